package dev.sorensen.processor;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * An error, a warning or a note: how bad, where, and its whole text.
 *
 * @param file empty if it is about no file
 * @param line 0 if it is about no line
 */
record Problem(Diagnostic.Kind kind, String file, long line, String text) {

  /** An error of the line that contains some code. */
  static Problem error(Source source, String code, String text) {
    return new Problem(Diagnostic.Kind.ERROR, source.file(), source.lineOf(code), text);
  }

  /** An error that is about no file. */
  static Problem error(String text) {
    return new Problem(Diagnostic.Kind.ERROR, "", 0, text);
  }

  /** A warning about the line that contains some code. */
  static Problem warning(Source source, String code, String text) {
    return new Problem(Diagnostic.Kind.WARNING, source.file(), source.lineOf(code), text);
  }

  /** A warning that is about no file. */
  static Problem warning(String text) {
    return new Problem(Diagnostic.Kind.WARNING, "", 0, text);
  }

  /** A note about the line that contains some code. */
  static Problem note(Source source, String code, String text) {
    return new Problem(Diagnostic.Kind.NOTE, source.file(), source.lineOf(code), text);
  }

  /** Returns the notes that this processor gives, which are no problems. */
  static List<Problem> notesOf(Compilation compilation) {
    return compilation.notes().stream()
        .map(Problem::of)
        .filter(note -> note.text().startsWith("[Sorensen"))
        .toList();
  }

  /** Returns all problems of a compilation in their order, whoever reports them. */
  static List<Problem> allOf(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(
            diagnostic ->
                diagnostic.getKind() != Diagnostic.Kind.NOTE
                    && diagnostic.getKind() != Diagnostic.Kind.OTHER)
        .map(Problem::of)
        .toList();
  }

  /** Returns the problems of a compilation that this processor reports. */
  static List<Problem> oursOf(Compilation compilation) {
    return allOf(compilation).stream()
        .filter(problem -> problem.text().startsWith("[Sorensen"))
        .toList();
  }

  private static Problem of(Diagnostic<? extends JavaFileObject> diagnostic) {
    return new Problem(
        diagnostic.getKind(),
        diagnostic.getSource() == null ? "" : diagnostic.getSource().getName(),
        Math.max(0, diagnostic.getLineNumber()),
        diagnostic.getMessage(Locale.ROOT));
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + kind + ": " + text;
  }
}
