package dev.sorensen.processor.kernel;

/**
 * Something that a kernel knows about each pixel, made of what it reads. Values form a graph
 * without cycles: one that is used twice is computed once.
 *
 * <p>An indicator is a value that says yes or no.
 */
public sealed interface Value {

  /** Returns the name that generated code gives it. */
  String name();

  /** The element, as it is stored: 64 indicators where it is a word of bits. */
  record Load(String name, Side side) implements Value {}

  /** An indicator: the answer to a question about an element. */
  record Test(String name, Value of, Predicate predicate) implements Value {}

  /** An indicator: both say yes. */
  record And(String name, Value left, Value right) implements Value {}

  /** An indicator: at least one says yes. */
  record Or(String name, Value left, Value right) implements Value {}

  /** The product of two numbers. */
  record Product(String name, Value left, Value right) implements Value {}
}
