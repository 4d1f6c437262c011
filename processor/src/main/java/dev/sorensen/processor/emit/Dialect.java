package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;

/**
 * How the values of a program are spelled in Java: as vectors, as words, or as one pixel at a time.
 */
abstract class Dialect {

  /** Returns the type of the variable that holds a value. */
  abstract TypeName type(Value value);

  /** Returns an expression for the element or elements of an array at an index. */
  abstract CodeBlock load(String array, CodeBlock index);

  /** Returns an expression for the indicator of a label. */
  CodeBlock is(String variable, int label) {
    throw unanswered("label");
  }

  /** Returns an expression for the indicator of all labels but one. */
  CodeBlock isNot(String variable, int label) {
    throw unanswered("label");
  }

  /** Returns an expression for the indicator of numbers above a threshold. */
  CodeBlock above(String variable, double threshold) {
    throw unanswered("number");
  }

  abstract CodeBlock and(String left, String right);

  abstract CodeBlock or(String left, String right);

  /** Returns the assignment that adds an indicator or a number to an accumulator. */
  abstract CodeBlock added(String accumulator, Value value, String variable);

  /** Returns the assignment that adds a product to an accumulator. */
  CodeBlock addedProduct(String accumulator, String left, String right) {
    throw unanswered("number");
  }

  private UnsupportedOperationException unanswered(String what) {
    return new UnsupportedOperationException(getClass().getSimpleName() + " knows no " + what);
  }

  private CodeBlock test(String variable, Predicate predicate) {
    return switch (predicate) {
      case Predicate.Is(int label) -> is(variable, label);
      case Predicate.IsNot(int label) -> isNot(variable, label);
      case Predicate.Above(double threshold) -> above(variable, threshold);
    };
  }

  /**
   * Returns the declarations of all values of a program at an index.
   *
   * @param suffix what tells the variables of this step from those of its neighbours
   */
  final CodeBlock declarations(Program program, String suffix, CodeBlock index) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Value value : program.values()) {
      switch (value) {
        case Value.Load load -> declare(code, load, suffix, load(load.side().parameter(), index));
        case Value.Test test ->
            declare(code, test, suffix, test(test.of().name() + suffix, test.predicate()));
        case Value.And and ->
            declare(
                code, and, suffix, and(and.left().name() + suffix, and.right().name() + suffix));
        case Value.Or or ->
            declare(code, or, suffix, or(or.left().name() + suffix, or.right().name() + suffix));
        case Value.Product product -> {
          // Part of the addition: fused where the machine can.
        }
      }
    }
    return code.build();
  }

  private void declare(CodeBlock.Builder code, Value value, String suffix, CodeBlock expression) {
    code.addStatement("$T $L = $L", type(value), value.name() + suffix, expression);
  }

  /** Returns the statement that adds a total's value at one step to an accumulator. */
  final CodeBlock addition(Total total, String suffix, String accumulator) {
    CodeBlock assignment =
        total.of() instanceof Value.Product product
            ? addedProduct(
                accumulator, product.left().name() + suffix, product.right().name() + suffix)
            : added(accumulator, total.of(), total.of().name() + suffix);
    return CodeBlock.builder().addStatement(assignment).build();
  }
}
