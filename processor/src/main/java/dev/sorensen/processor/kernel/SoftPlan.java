package dev.sorensen.processor.kernel;

import dev.sorensen.Activation;
import dev.sorensen.Form;
import dev.sorensen.processor.model.ArrayElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The passes over a prediction of numbers that losses need: the sums that they are made of, and
 * their gradient.
 */
final class SoftPlan {

  private static final String BY_PROBABILITY = "byProbability";

  private static final Value P = Names.load(Side.PREDICTION);

  /** For the derivative of the sigmoid: made of p, 1 − p loses its digits next to 1. */
  private static final Value TAIL = new Value.Load("tail", Side.PREDICTION);

  private final NumberSource prediction;
  private final Operand numbers;
  private final Source truth;
  private final Form form;

  SoftPlan(NumberSource prediction, Source truth, Form form) {
    this.prediction = prediction;
    this.numbers = prediction.numbers().orElseThrow();
    this.truth = truth;
    this.form = form;
  }

  private int classes() {
    return prediction.classes();
  }

  /** Plans the sums I, P and T. */
  Pass sums(List<LabelCheck> checks) {
    String name = "softOverlap";
    if (truth.numbers().isPresent()) {
      FormTerms terms = FormTerms.of(form, P, Names.load(Side.TRUTH));
      Program program =
          new Program(
              List.of(
                  new Total("intersection", terms.intersection()),
                  new Total("predictionSum", terms.prediction()),
                  new Total("truthSum", terms.truth())));
      return new Pass(
          new Kernel.PixelSums(name, alike(truth.numbers().get()), program),
          new Result.Sums(),
          classes(),
          List.of());
    }
    FormTerms terms = FormTerms.ofForeground(form, P);
    Value actual = actual();
    List<Total> totals = new ArrayList<>();
    totals.add(
        new Total("intersection", new Value.Selected("selected", terms.intersection(), actual)));
    totals.add(new Total("predictionSum", kept(terms.prediction())));
    totals.add(new Total("truthSum", actual));
    if (classes() == 1) {
      counted().ifPresent(value -> totals.add(new Total("pixels", value)));
    }
    return new Pass(
        new Kernel.SelectedSums(name, operands(), new Program(totals)),
        new Result.Sums(),
        classes(),
        checks);
  }

  /** Plans the gradient. The masks have been checked when the sums were made. */
  Pass gradient() {
    Kernel kernel =
        truth.numbers().isPresent()
            ? new Kernel.PixelMap(
                "gradient", toTail(alike(truth.numbers().get())), throughSigmoid(byNumber()))
            : new Kernel.SelectedMap(
                "gradient", toTail(operands()), kept(throughSigmoid(byIndicator())));
    return new Pass(kernel, new Result.Gradient(), classes(), List.of());
  }

  /** ∂L/∂p where the truth is a number. */
  private Value byNumber() {
    FormTerms terms = FormTerms.of(form, probability(), Names.load(Side.TRUTH));
    return bySums(terms, times(Names.BY_INTERSECTION, terms.intersectionSlope()));
  }

  /** ∂L/∂p where the truth is 0 or 1: there is an intersection in the foreground alone. */
  private Value byIndicator() {
    FormTerms terms = FormTerms.ofForeground(form, probability());
    Value part = times(Names.BY_INTERSECTION, terms.intersectionSlope());
    return bySums(terms, new Value.Selected("selected", part, actual()));
  }

  /** ∂L/∂p = ∂L/∂I · ∂I/∂p + ∂L/∂P · ∂P/∂p. */
  private static Value bySums(FormTerms terms, Value byIntersection) {
    if (!terms.predictionSlope().equals(Names.ONE)) {
      return new Value.ProductPlus(
          BY_PROBABILITY, Names.BY_PREDICTION, terms.predictionSlope(), byIntersection);
    }
    return byIntersection instanceof Value.Product product
        ? new Value.ProductPlus(
            BY_PROBABILITY, product.left(), product.right(), Names.BY_PREDICTION)
        : new Value.Sum(BY_PROBABILITY, byIntersection, Names.BY_PREDICTION);
  }

  private static Value times(Value coefficient, Value slope) {
    return slope.equals(Names.ONE) ? coefficient : new Value.Product("part", coefficient, slope);
  }

  private boolean isSigmoid() {
    return prediction.activation() == Activation.SIGMOID;
  }

  /** What the gradient's kernel knows p by. */
  private Value probability() {
    return isSigmoid() ? new Value.OfTail(P.name(), TAIL) : P;
  }

  /** The sigmoid's derivative is p (1 − p), and as well of 1 − p as of p. */
  private Value throughSigmoid(Value byProbability) {
    if (!isSigmoid()) {
      return byProbability;
    }
    Value smaller = new Value.Magnitude("smaller", TAIL);
    Value larger = new Value.Difference("larger", Names.ONE, smaller);
    Value slope = new Value.Product("sigmoidSlope", smaller, larger);
    return new Value.Product("byLogit", byProbability, slope);
  }

  private Value actual() {
    return truth.foreground(Side.TRUTH).inWords();
  }

  private Optional<Value> counted() {
    return truth.counted().map(Value::inWords);
  }

  /** A number where the truth's pixel counts; else 0. */
  private Value kept(Value number) {
    return counted().<Value>map(value -> new Value.Selected("kept", number, value)).orElse(number);
  }

  private Operands operands() {
    return new Operands(numbers, truth.operand());
  }

  /** Floats and doubles meet in doubles, which hold every float. */
  private Operands alike(Operand other) {
    return numbers.sameForm(other)
        ? new Operands(numbers, other)
        : new Operands(widened(numbers), widened(other));
  }

  private static Operands toTail(Operands operands) {
    Operand read = operands.prediction();
    return read.feed() instanceof Feed.Sigmoid
        ? new Operands(read.fedBy(new Feed.SigmoidTail()), operands.truth())
        : operands;
  }

  private static Operand widened(Operand operand) {
    return operand.element() == ArrayElement.DOUBLE
        ? operand
        : operand.in(ArrayElement.DOUBLE).fedBy(wide(operand.feed()));
  }

  private static Feed wide(Feed feed) {
    return switch (feed) {
      case Feed.Data data -> new Feed.Widened();
      // Probabilities can be made in doubles at once.
      case Feed.Sigmoid sigmoid -> sigmoid;
      case Feed.SigmoidTail tail -> tail;
      case Feed.Softmax softmax -> softmax;
      case Feed.StrictSoftmax softmax -> softmax;
      case Feed.Widened widened -> widened;
      case Feed.Drawn drawn -> throw noNumbers(drawn);
      case Feed.Largest largest -> throw noNumbers(largest);
    };
  }

  private static IllegalArgumentException noNumbers(Feed feed) {
    return new IllegalArgumentException("no numbers in " + feed);
  }
}
