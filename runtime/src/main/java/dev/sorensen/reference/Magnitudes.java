package dev.sorensen.reference;

import dev.sorensen.Form;
import dev.sorensen.SoftOverlap;

/** The magnitudes of a mask's values: what the error of a sum is measured against. */
record Magnitudes(MaskView view) implements ByClass {

  /** Returns the sums of the magnitudes of what the sums of a form are made of. */
  static SoftOverlap[] ofSums(MaskView prediction, MaskView truth, Form form) {
    SoftOverlap[] sums =
        Reference.softOverlaps(new Magnitudes(prediction), new Magnitudes(truth), form);
    if (form == Form.SOFT_LABEL) {
      // There I is what is left of both sizes without the distance, and as rough as they are.
      for (int c = 0; c < sums.length; c++) {
        double both = sums[c].prediction() + sums[c].truth();
        sums[c] = new SoftOverlap(both, sums[c].prediction(), sums[c].truth(), sums[c].pixels());
      }
    }
    return sums;
  }

  @Override
  public long pixels() {
    return view.pixels();
  }

  @Override
  public int classes() {
    return view.classes();
  }

  @Override
  public boolean isSoft() {
    return view.isSoft();
  }

  @Override
  public boolean foreground(int c, long pixel) {
    return view.foreground(c, pixel);
  }

  @Override
  public double value(int c, long pixel) {
    double size = Math.abs(view.value(c, pixel));
    // A sum that NaN is part of is NaN. This is about the others.
    return Double.isNaN(size) ? 0 : size;
  }

  @Override
  public boolean ignored(long pixel) {
    return view.ignored(pixel);
  }
}
