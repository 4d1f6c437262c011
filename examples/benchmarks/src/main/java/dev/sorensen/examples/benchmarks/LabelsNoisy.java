package dev.sorensen.examples.benchmarks;

/** Random labels, most of which agree: no two neighbours have anything in common. */
@Workload(kernel = "labels, 8 classes, noise", bytesPerPixel = 2)
public class LabelsNoisy extends FewLabels {

  @Override
  void makeMaps() {
    Extents extents = Sizes.extents(getClass(), size);
    b = Phantoms.noise(extents, classes, 1);
    a = Phantoms.agreeing(b, classes, 0.8, 2);
  }
}
