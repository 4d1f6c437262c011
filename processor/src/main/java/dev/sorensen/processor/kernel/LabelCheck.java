package dev.sorensen.processor.kernel;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds labels that are out of range without looking at each: every pixel that is not ignored has
 * one class, so the sizes of all classes add up to the pixels that are kept, or a label is wrong.
 *
 * @param side the mask with labels
 * @param classes the labels are below this
 * @param ignoreLabel the one label that need not be
 * @param kept counts the pixels without the label to ignore, where there is one
 */
public record LabelCheck(
    Side side, int classes, OptionalInt ignoreLabel, Optional<Kernel.PixelCounts> kept) {

  LabelCheck withoutKernel() {
    return new LabelCheck(side, classes, ignoreLabel, Optional.empty());
  }
}
