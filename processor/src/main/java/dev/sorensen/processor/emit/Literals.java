package dev.sorensen.processor.emit;

/** Constants as Java source: JavaPoet prints a long or a float without its suffix. */
final class Literals {

  private Literals() {}

  static String of(float value) {
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

  /** A label in a byte, which is signed. */
  static String label(int label) {
    return label <= Byte.MAX_VALUE ? Integer.toString(label) : "(byte) " + label;
  }

  /** A label in each byte of a long. */
  static String labels(int label) {
    return "0x" + String.format("%02X", label).repeat(Long.BYTES) + "L";
  }

  /** The lowest bits of a long. */
  static String lowBits(int bits) {
    return "0x" + Long.toHexString((1L << bits) - 1).toUpperCase(java.util.Locale.ROOT) + "L";
  }
}
