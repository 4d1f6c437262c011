package dev.sorensen.examples.evaluate.report;

import java.math.BigInteger;
import java.util.Map;

/** What tables call labels. */
final class Labels {

  private Labels() {}

  /** Returns a label with its name, if it has one. */
  static String title(BigInteger label, Map<BigInteger, String> names) {
    String name = names.get(label);
    return "label " + label + (name == null ? "" : " " + name);
  }
}
