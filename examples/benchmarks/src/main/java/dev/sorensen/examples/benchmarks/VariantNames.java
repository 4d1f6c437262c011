package dev.sorensen.examples.benchmarks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the table calls the variants, and their order in it. */
final class VariantNames {

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("sorensen", "**Sorensen**");
    NAMES.put("read", "only reading");
    NAMES.put("readWrite", "only reading and writing");
    NAMES.put("array", "Sorensen, arrays");
    NAMES.put("cPlain", "C, plain loop");
    NAMES.put("cHarleySeal", "C, Harley–Seal AVX2");
    NAMES.put("cPopcount", "C, AVX-512 popcount");
    NAMES.put("cIntrinsics", "C, intrinsics");
    NAMES.put("plainLoop", "plain loop");
    NAMES.put("bitSet", "java.util.BitSet");
    NAMES.put("fixedBitSet", "Lucene FixedBitSet");
    NAMES.put("roaring", "RoaringBitmap");
    NAMES.put("roaringRuns", "RoaringBitmap, runs");
    NAMES.put("imageJ", "ImageJ");
    NAMES.put("imgLib2", "ImgLib2");
    NAMES.put("openCv", "OpenCV");
    NAMES.put("pyTorch", "PyTorch");
  }

  private static final List<String> POSITIONS = List.copyOf(NAMES.keySet());

  /** Ours first, then the roofs, C, and the other peers. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(VariantNames::position).thenComparing(Comparator.naturalOrder());

  private VariantNames() {}

  /** Returns the name of a method, which is its own unless it needs another. */
  static String of(String variant) {
    return NAMES.getOrDefault(variant, variant);
  }

  private static int position(String variant) {
    int position = POSITIONS.indexOf(variant);
    return position >= 0 ? position : POSITIONS.size();
  }
}
