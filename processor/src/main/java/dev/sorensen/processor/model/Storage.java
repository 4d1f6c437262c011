package dev.sorensen.processor.model;

/** What holds the elements of a mask. */
public enum Storage {
  /** An array of them. */
  ARRAY,
  /** A {@code java.lang.foreign.MemorySegment}, in native byte order. */
  SEGMENT
}
