package dev.sorensen.examples.benchmarks;

/**
 * What one JVM measures.
 *
 * @param row the kernel
 * @param size as the row declares it
 * @param variant the method
 */
record Fork(Row row, String size, String variant) {

  /** Whether this is code of ours on the Vector API, not a peer. */
  boolean usesVectors() {
    return Row.ROOFS.contains(variant) || VariantNames.isOurs(variant);
  }

  @Override
  public String toString() {
    return row.kernel() + " at " + size + ", " + VariantNames.of(variant);
  }
}
