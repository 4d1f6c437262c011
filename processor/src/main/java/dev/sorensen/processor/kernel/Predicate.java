package dev.sorensen.processor.kernel;

/** A question about the element of one pixel. */
public sealed interface Predicate {

  /** Is the unsigned label this one? */
  record Is(int label) implements Predicate {}

  /** Is the unsigned label another? */
  record IsNot(int label) implements Predicate {}

  /** Is it the class that the kernel is asked about? */
  record IsClass() implements Predicate {}

  /** Is the number above this one? Equal numbers and NaN are not. */
  record Above(double threshold) implements Predicate {}
}
