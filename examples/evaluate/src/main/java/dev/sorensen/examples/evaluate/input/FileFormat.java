package dev.sorensen.examples.evaluate.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** A format that files have. */
interface FileFormat {

  /** How many bytes at the start of a file are looked at to tell its format. */
  int START = 132;

  /** Returns its name, as users know it. */
  String name();

  /** Returns what names of its files may end with, after a dot. */
  List<String> extensions();

  /**
   * Returns whether a file has this format.
   *
   * @param start the first bytes of the file, {@value #START} where it has as many
   */
  boolean matches(byte[] start);

  /**
   * Reads a file of this format.
   *
   * @param in what is in the file, decompressed if it was compressed by gzip
   * @param file its name, for other files that it names
   * @throws InputException if something is wrong with it
   */
  Segmentation read(InputStream in, Path file) throws IOException, InputException;
}
