package dev.sorensen.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/** A source file of a user, named after the first type that it declares. */
record Source(String text) {

  private static final Pattern PACKAGE = Pattern.compile("(?mU)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?mU)^[\\w@() -]*\\b(?:class|record|interface|enum) ([\\w$]+)");

  static Source of(String text) {
    return new Source(text);
  }

  /** Returns a source of package {@code a} with what most mask types import. */
  static Source inPackageA(String types) {
    return new Source("package a;\n\nimport dev.sorensen.*;\n\n" + types);
  }

  String typeName() {
    Matcher aPackage = PACKAGE.matcher(text);
    return aPackage.find() ? aPackage.group(1) + "." + simpleName() : simpleName();
  }

  private String simpleName() {
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalStateException("no type in:\n" + text);
    }
    return type.group(1);
  }

  /** Returns its name as diagnostics show it, {@code a/Lung.java}. */
  String file() {
    return typeName().replace('.', '/') + ".java";
  }

  /** Returns the number of the one line that contains some code. */
  long lineOf(String code) {
    List<String> lines = text.lines().toList();
    int[] found =
        IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(code)).toArray();
    if (found.length != 1) {
      throw new IllegalStateException(found.length + " lines have " + code + ":\n" + text);
    }
    return found[0] + 1;
  }

  JavaFileObject toFile() {
    return JavaFileObjects.forSourceString(typeName(), text);
  }
}
