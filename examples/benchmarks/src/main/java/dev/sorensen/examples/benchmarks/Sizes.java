package dev.sorensen.examples.benchmarks;

/** The sizes that rows are measured at. */
final class Sizes {

  /** An icon: fits the first cache, and the call itself counts. */
  static final String SMALL = "64x64";

  /** An image. */
  static final String IMAGE = "512x512";

  /** A volume. */
  static final String VOLUME = "256x256x256";

  /** As many volumes as no cache can hold. */
  static final String PAST_CACHE = "past-cache";

  /** What is taken for the last cache where the system does not tell its size. */
  static final long ASSUMED_CACHE = 64L << 20;

  private static final int SIDE = 256;

  /** So many volumes have fewer pixels than 2^31. */
  private static final int MOST_VOLUMES = 127;

  private Sizes() {}

  /** Returns the number of pixels of a size of a row. */
  static int pixels(Class<?> workload, String size) {
    return extents(workload, size).pixels();
  }

  /** Returns the extents of a size of a row. */
  static Extents extents(Class<?> workload, String size) {
    if (!size.equals(PAST_CACHE)) {
      return Extents.parse(size);
    }
    return pastCache(
        workload.getAnnotation(Workload.class).bytesPerPixel(),
        Machine.lastLevelCache().orElse(ASSUMED_CACHE),
        Runtime.getRuntime().maxMemory());
  }

  /** Returns a size as a fork gets it: past every cache means what it means here, in this heap. */
  static String resolve(Class<?> workload, String size) {
    return size.equals(PAST_CACHE) ? extents(workload, size).toString() : size;
  }

  /**
   * Returns the smallest whole number of volumes, at least 2, whose data exceeds a cache; fewer
   * where it would take more than a quarter of the heap, as peers keep copies of it.
   */
  static Extents pastCache(double bytesPerPixel, long cacheBytes, long heapBytes) {
    double volume = bytesPerPixel * SIDE * SIDE * SIDE;
    long exceeding = (long) (cacheBytes / volume) + 1;
    long bounded = Math.min(exceeding, Math.min(MOST_VOLUMES, (long) (heapBytes / 4 / volume)));
    return new Extents(SIDE, SIDE, Math.toIntExact(SIDE * Math.max(2, bounded)));
  }
}
