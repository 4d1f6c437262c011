package dev.sorensen.internal;

/** The numbers of a block, of which a sweep asks the bins. NaN has a bin above all others. */
sealed interface SweptNumbers permits SweptFloats, SweptDoubles {

  /** Returns how many words of 64 numbers, from an index on, have nothing but numbers of a bin. */
  int words(int bin, int from, int words);

  /** Returns the bin of a number. */
  int bin(int index);

  /** Writes the bin of each of a few numbers. */
  void bins(int from, int count, int[] into);

  /** Returns whether they are compared in vectors, as the last four methods do. */
  boolean inVectors();

  /** Returns the lowest bin among 64 numbers, NaN apart. */
  int lowest(int from);

  /** Returns the highest bin among 64 numbers, NaN apart. */
  int highest(int from);

  /** Returns which of 64 numbers are not NaN, as bits. */
  long notNan(int from);

  /** Returns which of 64 numbers are in higher bins than one, as bits. */
  long above(int bin, int from);
}
