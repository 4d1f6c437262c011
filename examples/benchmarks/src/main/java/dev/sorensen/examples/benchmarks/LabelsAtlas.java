package dev.sorensen.examples.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** 117 regions in a background, as in atlases of the brain, against a copy that is moved. */
@Workload(kernel = "labels, 118 classes, regions", bytesPerPixel = 2)
public class LabelsAtlas extends LabelMaps {

  /** The maps' size. */
  @Param({Sizes.IMAGE, Sizes.VOLUME})
  public String size;

  private AtlasLabels prediction;
  private AtlasLabels truth;

  /** Creates a state without maps. */
  public LabelsAtlas() {
    super(AtlasLabels.CLASSES);
  }

  @Override
  void makeMaps() {
    Extents extents = Sizes.extents(getClass(), size);
    b = Atlas.labels(extents, classes, 1);
    a = Atlas.moved(extents, classes, 1);
  }

  /** Makes the maps. */
  @Override
  @Setup
  public void setUp() {
    super.setUp();
    prediction = new AtlasLabels(a);
    truth = new AtlasLabels(b);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return AtlasLabelsDice.dice(prediction, truth);
  }
}
