package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;
import java.util.Collection;

/**
 * How the values of a program are spelled in Java: as vectors, as words, or as one pixel at a time.
 */
abstract class Dialect {

  /** Returns the type of the variable that holds a value. */
  abstract TypeName type(Value value);

  /** Returns an expression for the element or elements of an array at an index. */
  abstract CodeBlock load(String array, CodeBlock index);

  /** Returns an expression for the indicator of a label. */
  CodeBlock is(String variable, Label label) {
    throw unanswered("label");
  }

  /** Returns an expression for the indicator of all labels but one. */
  CodeBlock isNot(String variable, Label label) {
    throw unanswered("label");
  }

  /** Returns an expression for the indicator of numbers above a threshold. */
  CodeBlock above(String variable, double threshold) {
    throw unanswered("number");
  }

  /** Returns an expression for 64 indicators, of the pixels from that of a word of an index on. */
  CodeBlock gathered(Value.Gathered value, CodeBlock index) {
    throw unanswered("word");
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

  /** Returns an expression for the answer to a question. */
  final CodeBlock test(String variable, Predicate predicate) {
    return switch (predicate) {
      case Predicate.Is(int label) -> is(variable, new Label.Fixed(label));
      case Predicate.IsNot(int label) -> isNot(variable, new Label.Fixed(label));
      case Predicate.IsClass isClass -> is(variable, new Label.Asked());
      case Predicate.Above(double threshold) -> above(variable, threshold);
    };
  }

  /**
   * Returns the declarations of all values of a program at an index.
   *
   * @param suffix what tells the variables of this step from those of its neighbours
   * @param index counted from the block's first element
   */
  final CodeBlock declarations(Program program, String suffix, CodeBlock index) {
    return declarations(program.values(), suffix, index);
  }

  /** Returns the declarations of values, given in the order of their needs. */
  final CodeBlock declarations(Collection<Value> values, String suffix, CodeBlock index) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Value value : values) {
      switch (value) {
        case Value.Load load -> declare(code, load, suffix, load(load.side(), index));
        case Value.Gathered gathered -> declare(code, gathered, suffix, gathered(gathered, index));
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
        case Value.Selected selected ->
            throw new UnsupportedOperationException("a number in words: " + selected);
      }
    }
    return code.build();
  }

  private CodeBlock load(Side side, CodeBlock index) {
    return load(side.parameter(), CodeBlock.of("$L + $L", KernelMethod.from(side), index));
  }

  private void declare(CodeBlock.Builder code, Value value, String suffix, CodeBlock expression) {
    code.addStatement("$T $L =$W$L", type(value), value.name() + suffix, expression);
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
