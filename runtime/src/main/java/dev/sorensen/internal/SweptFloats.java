package dev.sorensen.internal;

/** Floats among thresholds. */
final class SweptFloats implements SweptNumbers {

  private final ThresholdBins bins;
  private float[] values = {};
  private boolean vectors;

  SweptFloats(ThresholdBins bins) {
    this.bins = bins;
  }

  /** Makes these the numbers of another block, and says whether to compare them in vectors. */
  SweptFloats of(float[] block, boolean inVectors) {
    values = block;
    vectors = inVectors;
    return this;
  }

  @Override
  public boolean inVectors() {
    return vectors;
  }

  @Override
  public int words(int bin, int from, int words) {
    if (bin == bins.ofNan()) {
      return 0;
    }
    float least = bin == 0 ? Float.NEGATIVE_INFINITY : Math.nextUp(threshold(bin - 1));
    float most = threshold(bin);
    return vectors
        ? VectorSweep.words(values, from, words, least, most)
        : scalarWords(from, words, least, most);
  }

  private float threshold(int bin) {
    return Thresholds.inFloats(bins.threshold(bin));
  }

  private int scalarWords(int from, int words, float least, float most) {
    int i = from;
    int end = from + (words << 6);
    while (i < end && values[i] >= least && values[i] <= most) {
      i++;
    }
    return (i - from) >>> 6;
  }

  @Override
  public int bin(int index) {
    return bins.of(values[index]);
  }

  @Override
  public void bins(int from, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = bins.of(values[from + i]);
    }
  }

  @Override
  public int lowest(int from) {
    return bins.of(VectorSweep.least(values, from));
  }

  @Override
  public int highest(int from) {
    return bins.of(VectorSweep.most(values, from));
  }

  @Override
  public long notNan(int from) {
    return VectorSweep.notNan(values, from);
  }

  @Override
  public long above(int bin, int from) {
    return VectorSweep.above(values, from, threshold(bin));
  }
}
