package dev.sorensen.processor;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;

/** Stands for a class of a library: those who extend it have no source of it. */
public abstract class LibraryImage {

  /** Creates an image. */
  protected LibraryImage() {}

  /** The labels, out of the evaluator's reach. */
  @Pixels protected byte[] labels = {};

  /** Returns the width, which is no number. */
  @Extent
  public abstract String width();
}
