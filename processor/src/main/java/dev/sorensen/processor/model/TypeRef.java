package dev.sorensen.processor.model;

import java.util.List;

/**
 * A user's type by its names.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames outermost first
 * @param typeParameters how many type parameters it has
 * @param visibleEverywhere whether it and all types around it are public
 */
public record TypeRef(
    String packageName, List<String> simpleNames, int typeParameters, boolean visibleEverywhere) {

  /** Copies the names. */
  public TypeRef {
    simpleNames = List.copyOf(simpleNames);
  }

  /** Returns the simple name with those around it, {@code Outer_Lung}. */
  public String flatName() {
    return String.join("_", simpleNames);
  }

  /** Returns the simple name of its evaluator. */
  public String evaluatorName() {
    return flatName() + "Dice";
  }

  /** Returns the qualified name of its evaluator. */
  public String qualifiedEvaluatorName() {
    return inItsPackage(evaluatorName());
  }

  /** Returns the qualified name of a type in its package. */
  public String inItsPackage(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
