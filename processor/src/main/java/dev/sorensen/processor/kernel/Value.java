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

  /** A number that is the same for all pixels, and so made before the loop over them. */
  sealed interface Invariant extends Value {
    @Override
    default List<Value> parts() {
      return List.of();
    }
  }

  /** A number that is known when the kernel is written. */
  record Constant(String name, double number) implements Invariant {}

  /** A number that the kernel is told, in a parameter. */
  record Coefficient(String name, String parameter) implements Invariant {}

  /** The sum of two numbers. */
  record Sum(String name, Value left, Value right) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(left, right);
    }
  }

  /** One number less another. */
  record Difference(String name, Value left, Value right) implements Value {
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

  /** The product of two numbers, plus a third. */
  record ProductPlus(String name, Value left, Value right, Value plus) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(left, right, plus);
    }
  }

  /** The magnitude of a number. */
  record Magnitude(String name, Value of) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(of);
    }
  }

  /** 1, 0 or −1, as the number is above, equal to or below 0; NaN for NaN. */
  record Sign(String name, Value of) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(of);
    }
  }

  /** The sigmoid whose tail a number is: 1 more where it is below 0. */
  record OfTail(String name, Value tail) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(tail);
    }
  }

  /** The number where the indicator, one of 64, says yes; else 0, whatever the number is. */
  record Selected(String name, Value number, Value indicator) implements Value {
    @Override
    public List<Value> parts() {
      return List.of(number, indicator);
    }
  }

  /** Returns whether it is made of indicators alone; a load is not, whatever it loads. */
  default boolean isIndicator() {
    return this instanceof Test
        || this instanceof Gathered
        || this instanceof And
        || this instanceof Or;
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
      case Invariant number -> throw noIndicator(number);
      case Sum number -> throw noIndicator(number);
      case Difference number -> throw noIndicator(number);
      case Product number -> throw noIndicator(number);
      case ProductPlus number -> throw noIndicator(number);
      case Magnitude number -> throw noIndicator(number);
      case OfTail number -> throw noIndicator(number);
      case Sign number -> throw noIndicator(number);
      case Selected number -> throw noIndicator(number);
    };
  }

  private static IllegalArgumentException noIndicator(Value value) {
    return new IllegalArgumentException("no indicator: " + value);
  }
}
