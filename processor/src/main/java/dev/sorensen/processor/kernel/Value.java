package dev.sorensen.processor.kernel;

import java.util.List;

/**
 * Something that a kernel knows about each pixel, made of what it reads. Values form a graph
 * without cycles: one that is used twice is computed once.
 *
 * <p>An indicator is a value that says yes or no; kernels of words have 64 of them at a time.
 */
public sealed interface Value {

  /** Returns the name that generated code gives it. */
  String name();

  /** Returns the values that it is made of. */
  List<Value> parts();

  /** The element, as it is stored: 64 indicators where it is a word of bits. */
  record Load(String name, Side side) implements Value {
    @Override
    public List<Value> parts() {
      return List.of();
    }
  }

  /** An indicator: the answer to a question about an element. */
  record Test(String name, Value of, Predicate predicate) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(of);
    }
  }

  /** 64 indicators: the answers to a question about the elements of as many pixels. */
  record Gathered(String name, Side side, Predicate predicate) implements Value {
    @Override
    public List<Value> parts() {
      return List.of();
    }
  }

  /** An indicator: both say yes. */
  record And(String name, Value left, Value right) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(left, right);
    }
  }

  /** An indicator: at least one says yes. */
  record Or(String name, Value left, Value right) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(left, right);
    }
  }

  /** The product of two numbers. */
  record Product(String name, Value left, Value right) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(left, right);
    }
  }

  /** The number where the indicator, one of 64, says yes; else 0, whatever the number is. */
  record Selected(String name, Value number, Value indicator) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(number, indicator);
    }
  }

  /** Returns an indicator of one pixel as 64 of them. */
  default Value inWords() {
    return switch (this) {
      case Test(String name, Load load, Predicate predicate) ->
          new Gathered(name, load.side(), predicate);
      case And(String name, Value left, Value right) ->
          new And(name, left.inWords(), right.inWords());
      case Or(String name, Value left, Value right) ->
          new Or(name, left.inWords(), right.inWords());
      case Load words -> words;
      case Gathered words -> words;
      case Test test -> throw new IllegalArgumentException("a question about no element: " + test);
      case Product product -> throw new IllegalArgumentException("no indicator: " + product);
      case Selected selected -> throw new IllegalArgumentException("no indicator: " + selected);
    };
  }
}
