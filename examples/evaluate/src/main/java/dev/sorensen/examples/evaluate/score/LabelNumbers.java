package dev.sorensen.examples.evaluate.score;

import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.mask.ShortLabels;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers of the labels of volumes that are compared, from 1 on. A label is a distinct value but 0;
 * NaN voxels are background, and have none.
 */
final class LabelNumbers {

  /** A volume with more distinct values than this is taken for an image. */
  static final int MAX_LABELS = 65_535;

  private static final String TOO_MANY = "have more than " + MAX_LABELS + " different values";

  private final Map<BigInteger, Integer> numbers = new HashMap<>();
  private final List<BigInteger> labels = new ArrayList<>();

  /** Returns how many labels there are: the number of the last. */
  int size() {
    return labels.size();
  }

  /** Returns the label with a number. */
  BigInteger label(int number) {
    return labels.get(number - 1);
  }

  /**
   * Numbers the labels of a volume.
   *
   * @throws NoLabelsException if a value is not an integer, or there are too many: then it is no
   *     label volume
   */
  ShortLabels of(String role, Volume volume) throws NoLabelsException {
    // A label can be stored in more than one way: scaling and rounding may make values equal.
    Map<Long, Integer> byBits = new HashMap<>();
    Set<Integer> own = new HashSet<>();
    int size = volume.size();
    short[] voxels = new short[size];
    int start = 0;
    while (start < size) {
      long bits = volume.bits(start);
      int end = start + 1;
      while (end < size && volume.bits(end) == bits) {
        end++;
      }
      if (volume.isForeground(bits)) {
        Integer number = byBits.get(bits);
        if (number == null) {
          number = number(role, volume, bits);
          byBits.put(bits, number);
          own.add(number);
          if (own.size() > MAX_LABELS) {
            throw new NoLabelsException("the voxels of the " + role + " " + TOO_MANY);
          }
        }
        for (int i = start; i < end; i++) {
          voxels[i] = number.shortValue();
        }
      }
      start = end;
    }
    if (labels.size() > MAX_LABELS) {
      throw new NoLabelsException("the voxels of both " + TOO_MANY);
    }
    return new ShortLabels(MemorySegment.ofArray(voxels));
  }

  private int number(String role, Volume volume, long bits) throws NoLabelsException {
    Optional<BigInteger> label = volume.integer(bits);
    if (label.isEmpty()) {
      throw new NoLabelsException(
          "the voxels of the "
              + role
              + " have values that are not integers, such as "
              + volume.value(bits));
    }
    Integer known = numbers.putIfAbsent(label.get(), labels.size() + 1);
    if (known != null) {
      return known;
    }
    labels.add(label.get());
    return labels.size();
  }
}
