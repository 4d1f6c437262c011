package dev.sorensen.internal;

/**
 * A pass over masks that are made up, twice.
 *
 * @param pass as calls make it, with the kernels that are chosen for each block
 * @param ofVectors with vector kernels alone
 */
public record SamplePasses(Range pass, Range ofVectors) {

  /** Makes a pass over some of the pixels. */
  @FunctionalInterface
  public interface Range {

    /**
     * Makes it.
     *
     * @param from the first pixel, a multiple of 64
     * @param to the pixel to stop before
     */
    void run(long from, long to);
  }
}
