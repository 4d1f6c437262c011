package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;
import java.util.Collection;
import java.util.List;

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

  /** Returns an expression for a number that is the same for all pixels. */
  CodeBlock invariant(Value.Invariant value) {
    throw unanswered("number");
  }

  CodeBlock sum(String left, String right) {
    throw unanswered("number");
  }

  CodeBlock difference(String left, String right) {
    throw unanswered("number");
  }

  CodeBlock product(String left, String right) {
    throw unanswered("number");
  }

  CodeBlock productPlus(String left, String right, String plus) {
    throw unanswered("number");
  }

  CodeBlock magnitude(String of) {
    throw unanswered("number");
  }

  CodeBlock sign(String of) {
    throw unanswered("number");
  }

  CodeBlock ofTail(String tail) {
    throw unanswered("number");
  }

  /**
   * Returns an expression for a number where one of 64 indicators says yes, else 0.
   *
   * @param suffix what tells the variables of this step from those of its neighbours
   */
  CodeBlock selected(String number, String indicator, String suffix) {
    throw unanswered("number");
  }

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
    return declarations(program.declared(), suffix, index);
  }

  /** Returns the declarations of values, given in the order of their needs. */
  final CodeBlock declarations(Collection<Value> values, String suffix, CodeBlock index) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Value value : values) {
      code.addStatement(
          "$T $L =$W$L", type(value), named(value, suffix), expression(value, suffix, index));
    }
    return code.build();
  }

  private CodeBlock expression(Value value, String suffix, CodeBlock index) {
    return switch (value) {
      case Value.Load load -> load(load.side(), index);
      case Value.Gathered gathered -> gathered(gathered, index);
      case Value.Test test -> test(named(test.of(), suffix), test.predicate());
      case Value.And and -> and(named(and.left(), suffix), named(and.right(), suffix));
      case Value.Or or -> or(named(or.left(), suffix), named(or.right(), suffix));
      case Value.Invariant number -> invariant(number);
      case Value.Sum sum -> sum(named(sum.left(), suffix), named(sum.right(), suffix));
      case Value.Difference difference ->
          difference(named(difference.left(), suffix), named(difference.right(), suffix));
      case Value.Product product ->
          product(named(product.left(), suffix), named(product.right(), suffix));
      case Value.ProductPlus fused ->
          productPlus(
              named(fused.left(), suffix),
              named(fused.right(), suffix),
              named(fused.plus(), suffix));
      case Value.Magnitude magnitude -> magnitude(named(magnitude.of(), suffix));
      case Value.Sign sign -> sign(named(sign.of(), suffix));
      case Value.OfTail sigmoid -> ofTail(named(sigmoid.tail(), suffix));
      case Value.Selected selected ->
          selected(named(selected.number(), suffix), selected.indicator().name(), suffix);
    };
  }

  /** Returns the declarations of a program's numbers that are the same at each step. */
  final CodeBlock invariants(Program program) {
    return declarations(List.copyOf(program.invariants()), "", CodeBlock.of(""));
  }

  /** Returns the variable that holds a value at a step. */
  static String named(Value value, String suffix) {
    return value instanceof Value.Invariant ? value.name() : value.name() + suffix;
  }

  private CodeBlock load(Side side, CodeBlock index) {
    return load(side.parameter(), CodeBlock.of("$L + $L", KernelMethod.from(side), index));
  }

  /** Returns the statement that adds a total's value at one step to an accumulator. */
  final CodeBlock addition(Total total, String suffix, String accumulator) {
    CodeBlock assignment =
        total.of() instanceof Value.Product product
            ? addedProduct(
                accumulator, named(product.left(), suffix), named(product.right(), suffix))
            : added(accumulator, total.of(), named(total.of(), suffix));
    return CodeBlock.builder().addStatement(assignment).build();
  }
}
