package dev.sorensen.examples.benchmarks;

/** Seven regions in a background, against a copy that is moved. */
@Workload(kernel = "labels, 8 classes, regions", bytesPerPixel = 2)
public class LabelsFewRegions extends FewLabels {

  @Override
  void makeMaps() {
    Extents extents = Sizes.extents(getClass(), size);
    b = Atlas.labels(extents, classes, 1);
    a = Atlas.moved(extents, classes, 1);
  }
}
