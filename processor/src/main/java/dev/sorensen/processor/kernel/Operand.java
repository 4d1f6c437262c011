package dev.sorensen.processor.kernel;

import dev.sorensen.processor.kernel.Source.Grain;
import dev.sorensen.processor.model.ArrayElement;

/**
 * What a kernel reads of one mask.
 *
 * @param stored the elements of the mask's data
 * @param element the elements that the kernel reads
 * @param grain how much of the mask one of those holds
 * @param feed how they come from the data
 * @param byClass whether each class has elements of its own, in planes one after another
 */
public record Operand(
    ArrayElement stored, ArrayElement element, Grain grain, Feed feed, boolean byClass) {

  /** Elements that are read where they are. */
  static Operand of(ArrayElement element, Grain grain, boolean byClass) {
    return new Operand(element, element, grain, new Feed.Data(), byClass);
  }

  /** The same of a mask, in elements of another kind. */
  Operand in(ArrayElement other) {
    return new Operand(stored, other, grain, feed, byClass);
  }

  /** The same of a mask, made from its data in another way. */
  Operand fedBy(Feed other) {
    return new Operand(stored, element, grain, other, byClass);
  }

  boolean sameForm(Operand other) {
    return element == other.element && grain == other.grain;
  }
}
