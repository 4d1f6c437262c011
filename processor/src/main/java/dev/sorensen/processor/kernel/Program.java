package dev.sorensen.processor.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a kernel does with each pixel of a pair.
 *
 * @param totals in the order in which they are packed and printed
 * @param addsUp whether totals are added up over the pixels; else they are stored for each
 */
public record Program(List<Total> totals, boolean addsUp) {

  /** Creates the program of a kernel that adds up. */
  public Program(List<Total> totals) {
    this(totals, true);
  }

  /** Copies the totals. */
  public Program {
    totals = List.copyOf(totals);
  }

  /** Returns every value that the totals need, each after those it is made of. */
  public List<Value> values() {
    Set<Value> ordered = new LinkedHashSet<>();
    for (Total total : totals) {
      collect(total.of(), ordered);
    }
    // Loads first: it reads better, and lets memory work while nothing waits for it.
    List<Value> loadsFirst = new ArrayList<>();
    ordered.stream().filter(Value.Load.class::isInstance).forEach(loadsFirst::add);
    ordered.stream().filter(value -> !(value instanceof Value.Load)).forEach(loadsFirst::add);
    return loadsFirst;
  }

  /**
   * Returns the values that have a variable at each step: all but invariants, and products that
   * nothing but a total is made of, which are part of the addition.
   */
  public List<Value> declared() {
    List<Value> all = values();
    return all.stream()
        .filter(value -> !(value instanceof Value.Invariant))
        .filter(
            value ->
                !addsUp
                    || !(value instanceof Value.Product)
                    || all.stream().anyMatch(other -> other.parts().contains(value)))
        .toList();
  }

  /** Returns the values that are the same at each step. */
  public List<Value.Invariant> invariants() {
    return values().stream()
        .filter(Value.Invariant.class::isInstance)
        .map(Value.Invariant.class::cast)
        .toList();
  }

  /** Returns the numbers that it is told. */
  public List<Value.Coefficient> coefficients() {
    return values().stream()
        .filter(Value.Coefficient.class::isInstance)
        .map(Value.Coefficient.class::cast)
        .sorted(Comparator.comparing(Value.Coefficient::name))
        .toList();
  }

  private static void collect(Value value, Set<Value> ordered) {
    value.parts().forEach(part -> collect(part, ordered));
    ordered.add(value);
  }

  /** Returns the values that are words made of the elements of 64 pixels. */
  public List<Value.Gathered> gathered() {
    return values().stream()
        .filter(Value.Gathered.class::isInstance)
        .map(Value.Gathered.class::cast)
        .toList();
  }

  /** Returns the masks that it reads. */
  public Set<Side> sides() {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (Value value : values()) {
      switch (value) {
        case Value.Load load -> sides.add(load.side());
        case Value.Gathered gathered -> sides.add(gathered.side());
        default -> {}
      }
    }
    return sides;
  }

  /** Returns whether it asks about a class that it is told. */
  public boolean asksForClass() {
    return values().stream()
        .anyMatch(
            value ->
                switch (value) {
                  case Value.Test test -> test.predicate() instanceof Predicate.IsClass;
                  case Value.Gathered words -> words.predicate() instanceof Predicate.IsClass;
                  default -> false;
                });
  }
}
