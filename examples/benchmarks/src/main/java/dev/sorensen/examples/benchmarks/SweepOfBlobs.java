package dev.sorensen.examples.benchmarks;

/** A sweep over what a network would say. */
@Workload(kernel = "float × bits, 99 thresholds, blobs", bytesPerPixel = 4.125)
public class SweepOfBlobs extends ThresholdSweep {

  @Override
  float[] probabilities(Extents extents) {
    return new SoftPhantoms(extents, 1).probabilities();
  }
}
