package dev.sorensen.processor.emit;

import dev.sorensen.processor.model.ArrayElement;
import java.util.Locale;

/** Constants as Java source: JavaPoet prints a long or a float without its suffix. */
final class Literals {

  private Literals() {}

  /** A number that an element type can hold. */
  static String of(double value, ArrayElement element) {
    return element == ArrayElement.FLOAT ? of((float) value) : of(value);
  }

  private static String of(float value) {
    if (Float.isInfinite(value)) {
      return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    return value + "f";
  }

  static String of(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(value);
  }

  /** A label in an element, which is signed. */
  static String label(int label, ArrayElement element) {
    boolean isByte = element == ArrayElement.BYTE;
    int max = isByte ? Byte.MAX_VALUE : Short.MAX_VALUE;
    return label <= max ? Integer.toString(label) : (isByte ? "(byte) " : "(short) ") + label;
  }

  /** A label in each byte of a long. */
  static String labels(int label) {
    return "0x" + String.format("%02X", label).repeat(Long.BYTES) + "L";
  }

  /** The lowest bits of a long. */
  static String lowBits(int bits) {
    return "0x" + Long.toHexString((1L << bits) - 1).toUpperCase(Locale.ROOT) + "L";
  }
}
