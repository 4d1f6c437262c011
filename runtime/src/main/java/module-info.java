/**
 * Segmentation overlap on the JVM: the annotations that declare a mask type, the results that its
 * generated evaluator returns, and a slow reference to check that evaluator against.
 */
module dev.sorensen.runtime {
  requires transitive jdk.incubator.vector;
  // Not transitive: whoever compiles against this module need not have it.
  requires static org.jspecify;

  exports dev.sorensen;
  exports dev.sorensen.reference;
  // For generated code only: anything in it may change with the processor.
  exports dev.sorensen.internal;
}
