package dev.sorensen.examples.benchmarks;

/**
 * What one JVM measures.
 *
 * @param row the kernel
 * @param size as the row declares it
 * @param variant the method
 */
record Fork(Row row, String size, String variant) {

  @Override
  public String toString() {
    return row.kernel() + " at " + size + ", " + VariantNames.of(variant);
  }
}
