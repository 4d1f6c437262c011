package dev.sorensen.processor.kernel;

import dev.sorensen.Activation;
import dev.sorensen.internal.Thresholds;
import dev.sorensen.processor.model.ArrayElement;
import java.util.Optional;

/** One floating-point number a pixel, or one for each class: a probability, or its logit. */
record NumberSource(ArrayElement element, int classes, double threshold, Activation activation)
    implements Source {

  @Override
  public Operand operand() {
    return activation == Activation.SOFTMAX ? strictSoftmax() : stored();
  }

  private Operand stored() {
    return Operand.of(element, Grain.PIXEL, classes > 1);
  }

  /** In doubles: next to the threshold, floats could fall on its other side. */
  private Operand strictSoftmax() {
    return new Operand(
        element, ArrayElement.DOUBLE, Grain.PIXEL, new Feed.StrictSoftmax(classes), classes > 1);
  }

  @Override
  public Value foreground(Side side) {
    double above =
        switch (activation) {
          case NONE, SOFTMAX -> threshold;
          case SIGMOID -> Thresholds.logit(threshold);
        };
    return new Value.Test(
        Names.foreground(side), Names.load(side), new Predicate.Above(inLanes(above)));
  }

  private double inLanes(double above) {
    return operand().element() == ArrayElement.DOUBLE ? above : Thresholds.inFloats(above);
  }

  @Override
  public Optional<Operand> numbers() {
    Feed feed =
        switch (activation) {
          case NONE -> new Feed.Data();
          case SIGMOID -> new Feed.Sigmoid();
          case SOFTMAX -> new Feed.Softmax(classes);
        };
    return Optional.of(new Operand(element, element, Grain.PIXEL, feed, classes > 1));
  }
}
