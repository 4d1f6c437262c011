package dev.sorensen;

import java.io.Serializable;

/**
 * The sums that overlap losses are made of, over probabilities pᵢ and truths tᵢ. Sums of tiles or
 * studies add up by {@link #plus}.
 *
 * @param intersection I = Σ pᵢ tᵢ
 * @param prediction P = Σ pᵢ
 * @param truth T = Σ tᵢ
 * @param pixels how many pixels were summed
 */
public record SoftOverlap(double intersection, double prediction, double truth, long pixels)
    implements Serializable {

  /** The sums over no pixels: adding them changes nothing. */
  public static final SoftOverlap NONE = new SoftOverlap(0, 0, 0, 0);

  /** Returns the sums of a hard overlap: the same formula on values that are 0 or 1. */
  public static SoftOverlap of(Overlap overlap) {
    return new SoftOverlap(
        overlap.intersection(), overlap.prediction(), overlap.truth(), overlap.pixels());
  }

  /** Returns the sums over this pair's pixels and another's together. */
  public SoftOverlap plus(SoftOverlap other) {
    return new SoftOverlap(
        intersection + other.intersection,
        prediction + other.prediction,
        truth + other.truth,
        Math.addExact(pixels, other.pixels));
  }
}
