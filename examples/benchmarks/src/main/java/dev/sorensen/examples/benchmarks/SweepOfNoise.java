package dev.sorensen.examples.benchmarks;

import java.util.SplittableRandom;

/** A sweep over noise, in which no two pixels beside each other are alike. */
@Workload(kernel = "float × bits, 99 thresholds, noise", bytesPerPixel = 4.125)
public class SweepOfNoise extends ThresholdSweep {

  @Override
  float[] probabilities(Extents extents) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[extents.pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }
}
