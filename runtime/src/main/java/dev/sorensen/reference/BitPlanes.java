package dev.sorensen.reference;

/** One bit a pixel, in one plane of whole words for each class. */
record BitPlanes(Integers words, long pixels, int classes) implements ByClass {

  @Override
  public boolean foreground(int c, long pixel) {
    long wordsPerPlane = Math.ceilDiv(pixels, 64);
    long word = words.at(c * wordsPerPlane + pixel / 64);
    return (word >>> (pixel % 64)) % 2 != 0;
  }
}
