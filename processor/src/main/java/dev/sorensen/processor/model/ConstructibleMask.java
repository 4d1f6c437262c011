package dev.sorensen.processor.model;

import java.util.List;

/**
 * A mask type of which generated code can make masks.
 *
 * @param mask the type
 * @param parameters the members that its constructor takes, in this order: each that is read, once
 * @param deprecated whether the constructor is
 */
public record ConstructibleMask(MaskType mask, List<Member> parameters, boolean deprecated) {

  /** Copies the parameters. */
  public ConstructibleMask {
    parameters = List.copyOf(parameters);
  }
}
