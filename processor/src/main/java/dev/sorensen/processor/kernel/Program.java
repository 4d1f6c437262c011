package dev.sorensen.processor.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a kernel does with each pixel of a pair.
 *
 * @param totals in the order in which they are packed and printed
 */
public record Program(List<Total> totals) {

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

  private static void collect(Value value, Set<Value> ordered) {
    switch (value) {
      case Value.Load load -> {}
      case Value.Test test -> collect(test.of(), ordered);
      case Value.And and -> {
        collect(and.left(), ordered);
        collect(and.right(), ordered);
      }
      case Value.Or or -> {
        collect(or.left(), ordered);
        collect(or.right(), ordered);
      }
      case Value.Product product -> {
        collect(product.left(), ordered);
        collect(product.right(), ordered);
      }
    }
    ordered.add(value);
  }
}
