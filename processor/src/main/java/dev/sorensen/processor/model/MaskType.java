package dev.sorensen.processor.model;

import dev.sorensen.EmptyMasks;
import dev.sorensen.Form;
import java.util.List;
import java.util.Optional;

/**
 * A declared mask type, free of mistakes.
 *
 * @param type its names
 * @param format its layout with its settings
 * @param storage what holds the format's elements
 * @param data the member that holds the pixels
 * @param extents the members that hold the dimensions, outermost last; may be empty where the
 *     format's data says how many pixels there are
 * @param emptyMasks the Dice coefficient of two empty masks
 * @param loss what {@code @DiceLoss} says, if it is there
 * @param deprecated whether naming or reading it is deprecated
 */
public record MaskType(
    TypeRef type,
    Format format,
    Storage storage,
    Member data,
    List<Member> extents,
    EmptyMasks emptyMasks,
    Optional<LossSettings> loss,
    boolean deprecated) {

  /** Copies the extents. */
  public MaskType {
    extents = List.copyOf(extents);
  }

  /** Returns whether class 0, of several, counts in the mean Dice coefficient. */
  public boolean includesBackground() {
    return loss.map(LossSettings::includeBackground).orElse(true);
  }

  /** Returns which sums the loss is made of. */
  public Form form() {
    return loss.map(LossSettings::form).orElse(Form.PRODUCT);
  }
}
