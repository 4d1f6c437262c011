package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Segments;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.reference.MaskView;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongToIntFunction;
import java.util.function.ToLongFunction;

/**
 * Labels of a case and their colours in its pictures.
 *
 * @param numbers of the labels, from 1 on, in ascending order; none if the foreground alone is
 *     drawn
 */
record LabelColours(SortedMap<BigInteger, Integer> numbers) {

  /**
   * For areas on black that are told apart without red or green: the light scheme of Paul Tol's
   * "Colour Schemes" (SRON/EPS/TN/09-002), without its grey, those first that are least like the
   * colours of differences.
   */
  private static final int[] COLOURS = {
    0x44BB99, 0xFFAABB, 0x99DDFF, 0xBBCC33, 0xEE8866, 0x77AADD, 0xEEDD88, 0xAAAA00
  };

  private static final int WHITE = 0xFFFFFF;

  /**
   * Returns the colours of a case. Where neither has two labels, both mean the foreground by the
   * one they have, be it 1 or 255.
   */
  static LabelColours of(Scores scores) {
    SortedMap<BigInteger, Integer> numbers = new TreeMap<>();
    if (occurring(scores, Overlap::prediction) > 1 || occurring(scores, Overlap::truth) > 1) {
      scores.labels().keySet().forEach(label -> numbers.put(label, numbers.size() + 1));
    }
    return new LabelColours(numbers);
  }

  private static long occurring(Scores scores, ToLongFunction<Overlap> role) {
    return scores.labels().values().stream()
        .filter(overlap -> role.applyAsLong(overlap) > 0)
        .count();
  }

  /** Returns whether the foreground alone is drawn. */
  boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** Returns the colours of the labels, red, green and blue in a byte each. */
  SortedMap<BigInteger, Integer> byLabel() {
    SortedMap<BigInteger, Integer> colours = new TreeMap<>();
    numbers.forEach((label, number) -> colours.put(label, COLOURS[index(number) - 1]));
    return colours;
  }

  /** Returns the colours of the pictures: black for the background, and those of labels. */
  int[] palette() {
    if (isEmpty()) {
      return new int[] {0, WHITE};
    }
    int[] palette = new int[COLOURS.length + 1];
    System.arraycopy(COLOURS, 0, palette, 1, COLOURS.length);
    return palette;
  }

  /** Returns where in the palette the colour of a number is: there are fewer than labels. */
  int index(int number) {
    return number == 0 || isEmpty() ? number : (number - 1) % COLOURS.length + 1;
  }

  /**
   * Returns which label a voxel of a plane has, as its number, or 0. Where segments overlap, it is
   * the last of them.
   */
  LongToIntFunction numbersOf(Segmentation plane) {
    if (isEmpty()) {
      MaskView foreground = plane.foreground().view();
      return voxel -> foreground.foreground(voxel) ? 1 : 0;
    }
    return switch (plane) {
      case Volume volume -> new NumbersOfVolume(volume, numbers);
      case Segments segments -> numbersOf(segments);
    };
  }

  private LongToIntFunction numbersOf(Segments plane) {
    List<MaskView> masks = new ArrayList<>();
    List<Integer> numbersOfMasks = new ArrayList<>();
    for (long label : plane.labels()) {
      Integer number = numbers.get(BigInteger.valueOf(label));
      if (number != null) {
        masks.addFirst(plane.mask(label).view());
        numbersOfMasks.addFirst(number);
      }
    }
    return voxel -> {
      for (int i = 0; i < masks.size(); i++) {
        if (masks.get(i).foreground(voxel)) {
          return numbersOfMasks.get(i);
        }
      }
      return 0;
    };
  }

  /** Remembers the last voxel: the next one often has the same label. */
  private static final class NumbersOfVolume implements LongToIntFunction {

    private final Volume volume;
    private final Map<BigInteger, Integer> numbers;
    private final Map<Long, Integer> byBits = new HashMap<>();
    private long lastBits;
    private int lastNumber;

    NumbersOfVolume(Volume volume, Map<BigInteger, Integer> numbers) {
      this.volume = volume;
      this.numbers = numbers;
      this.lastBits = volume.bits(0);
      this.lastNumber = number(lastBits);
    }

    @Override
    public int applyAsInt(long voxel) {
      long bits = volume.bits((int) voxel);
      if (bits != lastBits) {
        lastBits = bits;
        lastNumber = byBits.computeIfAbsent(bits, this::number);
      }
      return lastNumber;
    }

    private int number(long bits) {
      return volume.isForeground(bits) ? numbers.get(volume.integer(bits).orElseThrow()) : 0;
    }
  }
}
