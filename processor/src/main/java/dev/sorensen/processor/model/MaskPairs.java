package dev.sorensen.processor.model;

import java.util.List;

/**
 * A mask type with those that it is compared with.
 *
 * @param prediction the type of predictions
 * @param truths the types of truths, its own first
 * @param named those of the truths that have an evaluator object by their name
 */
public record MaskPairs(MaskType prediction, List<MaskType> truths, List<MaskType> named) {

  /** Copies the lists. */
  public MaskPairs {
    truths = List.copyOf(truths);
    named = List.copyOf(named);
  }
}
