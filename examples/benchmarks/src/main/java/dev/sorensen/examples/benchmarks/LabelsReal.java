package dev.sorensen.examples.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A network's labels of a spine and the true ones, 14 of them, the largest 100. */
@Workload(
    kernel = "labels, 101 classes, a spine",
    bytesPerPixel = 2,
    files = {LabelsReal.PREDICTION, LabelsReal.TRUTH})
public class LabelsReal extends LabelMaps {

  static final String PREDICTION = "panoptica/semantic_pred.nii.gz";
  static final String TRUTH = "panoptica/semantic_ref.nii.gz";

  /** What the files hold. */
  @Param("512x512x17")
  public String size;

  private SpineLabels prediction;
  private SpineLabels truth;

  /** Creates a state without maps. */
  public LabelsReal() {
    super(SpineLabels.CLASSES);
  }

  @Override
  void makeMaps() {
    Extents extents = Sizes.extents(getClass(), size);
    a = NiftiLabels.read(SharedData.find(PREDICTION).orElseThrow(), extents);
    b = NiftiLabels.read(SharedData.find(TRUTH).orElseThrow(), extents);
  }

  /** Makes the maps. */
  @Override
  @Setup
  public void setUp() {
    super.setUp();
    prediction = new SpineLabels(a);
    truth = new SpineLabels(b);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return SpineLabelsDice.dice(prediction, truth);
  }
}
