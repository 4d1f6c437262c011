package dev.sorensen.internal;

/** What is known of a mask that is compared with many. */
public interface Boxed {
  /** Returns where its foreground lies. */
  MaskBox box();
}
