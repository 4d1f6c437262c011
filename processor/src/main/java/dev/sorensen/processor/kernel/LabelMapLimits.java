package dev.sorensen.processor.kernel;

/**
 * Where one way to count label maps becomes faster than another: by a comparison for each class, by
 * stretches of equal labels, or in a table of pairs of labels. All were measured, with AVX-512 and
 * AVX2, on a map of regions, in which 1.6 of 100 pixels differ from their neighbours, and on noise.
 */
final class LabelMapLimits {

  /**
   * Maps with more classes are counted by stretches of equal labels, and with fewer by a comparison
   * for each class: on regions, stretches took the time of 4 to 5 comparisons.
   */
  static final int MOST_COMPARED_CLASSES = 4;

  /**
   * The same for maps that cannot turn to comparisons where labels change often: on noise,
   * stretches take several times as long.
   */
  static final int MOST_COMPARED_THROUGHOUT = 8;

  /**
   * With more classes than this, labels that change often are counted in a table of pairs. On
   * noise, that took the time of about 40 comparisons or more.
   */
  static final int MOST_COMPARED_IN_NOISE = 32;

  /**
   * By plain Java, stretches are found pixel by pixel: with no more classes than this, comparisons,
   * of eight pixels at once, are faster on every map.
   */
  static final int MOST_COMPARED_BY_PLAIN_JAVA = 8;

  /** With more classes than this, a table of pairs of labels does not stay in the cache. */
  static final int MOST_JOINT_CLASSES = 128;

  /** With more changes than this among 64 pixels, these are counted one by one. */
  static final int MANY_CHANGES = 24;

  /**
   * With more changes for each class than this, among 256 pixels, comparisons are faster than
   * stretches.
   */
  static final int CHANGES_BY_CLASS = 3;

  private LabelMapLimits() {}
}
