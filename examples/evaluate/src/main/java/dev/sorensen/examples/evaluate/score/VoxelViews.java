package dev.sorensen.examples.evaluate.score;

import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Segments;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.reference.MaskView;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** Segmentations read voxel by voxel for the reference, in the most obvious way there is. */
final class VoxelViews {

  private VoxelViews() {}

  /** A mask of which each voxel is asked for. */
  private record Voxels(long pixels, LongPredicate isForeground) implements MaskView {

    @Override
    public boolean foreground(long pixel) {
      return isForeground.test(pixel);
    }
  }

  /** Returns which voxels are foreground. */
  static MaskView foreground(Segmentation segmentation) {
    return switch (segmentation) {
      case Segments segments -> segments.foreground().view();
      case Volume volume ->
          new Voxels(volume.size(), i -> volume.isForeground(volume.bits((int) i)));
    };
  }

  /** Returns which voxels have a label, of each that the segmentation has. */
  static SortedMap<BigInteger, Supplier<MaskView>> labels(Segmentation segmentation) {
    SortedMap<BigInteger, Supplier<MaskView>> labels = new TreeMap<>();
    switch (segmentation) {
      case Segments segments ->
          segments
              .labels()
              .forEach(
                  label ->
                      labels.put(BigInteger.valueOf(label), () -> segments.mask(label).view()));
      case Volume volume ->
          bitsByLabel(volume)
              .forEach(
                  (label, bits) ->
                      labels.put(
                          label,
                          () ->
                              new Voxels(volume.size(), i -> bits.contains(volume.bits((int) i)))));
    }
    return labels;
  }

  /** Returns a mask without foreground. */
  static MaskView none(long voxels) {
    return new Voxels(voxels, voxel -> false);
  }

  /** Scaled numbers and floats may have a value in more than one way. */
  private static Map<BigInteger, Set<Long>> bitsByLabel(Volume volume) {
    Map<BigInteger, Set<Long>> bitsByLabel = new HashMap<>();
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < volume.size(); i++) {
      long bits = volume.bits(i);
      if (seen.add(bits) && volume.isForeground(bits)) {
        BigInteger label = volume.integer(bits).orElseThrow();
        bitsByLabel.computeIfAbsent(label, key -> new HashSet<>()).add(bits);
      }
    }
    return bitsByLabel;
  }
}
