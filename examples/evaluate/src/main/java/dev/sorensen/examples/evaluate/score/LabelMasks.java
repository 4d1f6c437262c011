package dev.sorensen.examples.evaluate.score;

import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Segments;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.mask.BitMask;
import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.RunMask;
import dev.sorensen.examples.evaluate.mask.ShortLabels;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A mask for each label, made when it is asked for: where one of a pair has segments that may
 * overlap, labels cannot be counted together.
 */
final class LabelMasks {

  private final long voxels;
  private final Map<BigInteger, Supplier<Mask>> masks = new TreeMap<>();

  private LabelMasks(long voxels) {
    this.voxels = voxels;
  }

  static LabelMasks of(String role, Segmentation segmentation) throws NoLabelsException {
    LabelMasks result = new LabelMasks(segmentation.shape().voxels());
    switch (segmentation) {
      case Segments segments ->
          segments
              .labels()
              .forEach(
                  label -> result.masks.put(BigInteger.valueOf(label), () -> segments.mask(label)));
      case Volume volume -> {
        LabelNumbers numbers = new LabelNumbers();
        ShortLabels numbered = numbers.of(role, volume);
        for (int i = 1; i <= numbers.size(); i++) {
          int number = i;
          result.masks.put(numbers.label(i), () -> mask(numbered.voxels(), number));
        }
      }
    }
    return result;
  }

  /** Returns the labels, in ascending order. */
  Set<BigInteger> labels() {
    return masks.keySet();
  }

  /** Returns the mask of a label, empty if there is no such label. */
  Mask mask(BigInteger label) {
    Supplier<Mask> mask = masks.get(label);
    return mask == null ? empty(voxels) : mask.get();
  }

  /** Returns a mask without foreground, which takes no memory to speak of. */
  private static Mask empty(long voxels) {
    int parts = (int) (voxels / Integer.MAX_VALUE) + 1;
    // Runs of background, with runs of no foreground between.
    int[] counts = new int[2 * parts - 1];
    for (int i = 0; i < parts; i++) {
      counts[2 * i] = (int) Math.min(Integer.MAX_VALUE, voxels - (long) i * Integer.MAX_VALUE);
    }
    return new RunMask(counts, voxels);
  }

  private static long[] words(long voxels) {
    return new long[(int) ((voxels + 63) >>> 6)];
  }

  private static Mask mask(MemorySegment numbered, int number) {
    long voxels = numbered.byteSize() / Short.BYTES;
    long[] words = words(voxels);
    for (int i = 0; i < voxels; i++) {
      if (Short.toUnsignedInt(numbered.getAtIndex(ValueLayout.JAVA_SHORT, i)) == number) {
        words[i >>> 6] |= 1L << i;
      }
    }
    return new BitMask(MemorySegment.ofArray(words), voxels);
  }
}
