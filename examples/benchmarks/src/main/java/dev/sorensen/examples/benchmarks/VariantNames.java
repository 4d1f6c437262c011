package dev.sorensen.examples.benchmarks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the table calls the variants, and their order in it. */
final class VariantNames {

  private static final String OURS = "Sorensen";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("sorensen", "**" + OURS + "**");
    NAMES.put("read", "only reading");
    NAMES.put("readWrite", "only reading and writing");
    NAMES.put("array", OURS + ", arrays");
    NAMES.put("heapSegment", OURS + ", heap segments");
    NAMES.put("mappedSegment", OURS + ", mapped segments");
    NAMES.put("overlap", OURS + ", one threshold");
    NAMES.put("startsAndLengths", OURS + ", starts and lengths");
    NAMES.put("cPlain", "C, plain loop");
    NAMES.put("cMerge", "C, merge as COCO's mask API");
    NAMES.put("cHarleySeal", "C, AVX2 Harley–Seal");
    NAMES.put("cIntrinsics", "C, AVX2 intrinsics");
    NAMES.put("cVectors", "C, vectors by hand");
    NAMES.put("cFastMath", "C, plain loop, -ffast-math");
    NAMES.put("cAvx512", "C, AVX-512 intrinsics");
    NAMES.put("cHistogram", "C, joint histogram");
    NAMES.put("cCompare", "C, AVX2 compare by class");
    NAMES.put("cCompareAvx512", "C, AVX-512 compare by class");
    NAMES.put("cBoundaries", "C, AVX2 boundaries");
    NAMES.put("plainLoop", "plain loop");
    NAMES.put("bitSet", "java.util.BitSet");
    NAMES.put("fixedBitSet", "Lucene FixedBitSet");
    NAMES.put("roaring", "RoaringBitmap");
    NAMES.put("roaringRuns", "RoaringBitmap, runs");
    NAMES.put("imageJ", "ImageJ");
    NAMES.put("imgLib2", "ImgLib2");
    NAMES.put("openCv", "OpenCV");
    NAMES.put("pyTorch", "PyTorch, one thread");
    NAMES.put("pyTorchOneHotGiven", "PyTorch, one thread, one-hot truths given");
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

  /** Whether a variant is a generated evaluator, of whatever layout. */
  static boolean isOurs(String variant) {
    return of(variant).contains(OURS);
  }

  private static int position(String variant) {
    int position = POSITIONS.indexOf(variant);
    return position >= 0 ? position : POSITIONS.size();
  }
}
