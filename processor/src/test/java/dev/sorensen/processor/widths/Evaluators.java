package dev.sorensen.processor.widths;

import dev.sorensen.DiceEvaluator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The generated evaluators of the types nested in a class: found, so that none is forgotten. */
final class Evaluators {

  /** An evaluator by what it compares. */
  record Found(Class<?> prediction, Class<?> truth, DiceEvaluator<Object, Object> evaluator) {

    @Override
    public String toString() {
      return prediction.getSimpleName() + " against " + truth.getSimpleName();
    }
  }

  private Evaluators() {}

  static List<Found> of(Class<?> around) {
    List<Found> found = new ArrayList<>();
    for (Class<?> type : around.getDeclaredClasses()) {
      for (Method method : generated(type).getDeclaredMethods()) {
        if (DiceEvaluator.class.isAssignableFrom(method.getReturnType())) {
          Class<?> truth =
              method.getName().equals("evaluator") ? type : truth(around, method.getName());
          found.add(new Found(type, truth, invoke(method)));
        }
      }
    }
    return found;
  }

  private static Class<?> generated(Class<?> type) {
    try {
      String around = type.getEnclosingClass().getSimpleName();
      return Class.forName(
          type.getPackageName() + "." + around + "_" + type.getSimpleName() + "Dice");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> truth(Class<?> around, String method) {
    return Stream.of(around.getDeclaredClasses())
        .filter(
            type -> method.equals("against" + around.getSimpleName() + "_" + type.getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static DiceEvaluator<Object, Object> invoke(Method method) {
    try {
      return (DiceEvaluator<Object, Object>) method.invoke(null);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }
}
