package dev.sorensen.examples.evaluate.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;

/** Has JSON without {@code <}, so that nothing in it can end or begin an element of a page. */
final class ScriptEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;

  private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

  ScriptEscapes() {
    escapes['<'] = CharacterEscapes.ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return escapes;
  }

  @Override
  public SerializableString getEscapeSequence(int c) {
    return null;
  }
}
