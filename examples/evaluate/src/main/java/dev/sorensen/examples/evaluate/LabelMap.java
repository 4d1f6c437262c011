package dev.sorensen.examples.evaluate;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The labels of a volume, its distinct values but 0. NaN voxels are background and have none.
 *
 * @param labels where each label is, in ascending order of the labels
 */
record LabelMap(SortedMap<BigInteger, LabelRuns> labels) {

  /** A volume with more distinct values than this is taken for an image. */
  static final int MAX_LABELS = 65_536;

  /** What is said of such a volume. */
  static final String TOO_MANY = "have more than " + MAX_LABELS + " different values";

  /**
   * Finds the labels of a volume.
   *
   * @throws VolumeException if a value is not an integer or there are too many: then it is no label
   *     volume. The message says why, of voxels that it does not name.
   */
  static LabelMap of(Volume volume) throws VolumeException {
    // A label can be stored in more than one way: scaling and rounding may make values equal.
    Map<Long, LabelRuns.Builder> byBits = new HashMap<>();
    SortedMap<BigInteger, LabelRuns.Builder> byLabel = new TreeMap<>();
    int size = volume.size();
    int start = 0;
    while (start < size) {
      long bits = volume.bits(start);
      int end = start + 1;
      while (end < size && volume.bits(end) == bits) {
        end++;
      }
      if (volume.isForeground(bits)) {
        LabelRuns.Builder runs = byBits.get(bits);
        if (runs == null) {
          BigInteger label = label(volume, start);
          runs = byLabel.computeIfAbsent(label, key -> new LabelRuns.Builder());
          byBits.put(bits, runs);
          if (byLabel.size() > MAX_LABELS) {
            throw new VolumeException(TOO_MANY);
          }
        }
        runs.add(start, end);
      }
      start = end;
    }
    SortedMap<BigInteger, LabelRuns> labels = new TreeMap<>();
    byLabel.forEach((label, runs) -> labels.put(label, runs.build(size)));
    return new LabelMap(labels);
  }

  private static BigInteger label(Volume volume, int index) throws VolumeException {
    long bits = volume.bits(index);
    Optional<BigInteger> label = volume.integer(bits);
    if (label.isEmpty()) {
      throw new VolumeException("have values that are not integers, such as " + volume.value(bits));
    }
    return label.get();
  }
}
