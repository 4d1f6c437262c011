package dev.sorensen.examples.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kernel with all that is measured of it.
 *
 * @param type the JMH class with the row's name
 * @param kernel the row's name
 * @param bytesPerPixel what a kernel must at least touch, or 0
 * @param sizes as the class declares them
 * @param variants the methods, in the table's order
 * @param elsewhere those of them that are in another class than {@code type}, and in which
 */
record Row(
    Class<?> type,
    String kernel,
    double bytesPerPixel,
    List<String> sizes,
    List<String> variants,
    Map<String, Class<?>> elsewhere) {

  /** The variant that the others are measured against. */
  static final String OURS = "sorensen";

  /** Variants that only touch the data. */
  static final List<String> ROOFS = List.of("read", "readWrite");

  /** A row all of whose variants are in its own class. */
  Row(
      Class<?> type,
      String kernel,
      double bytesPerPixel,
      List<String> sizes,
      List<String> variants) {
    this(type, kernel, bytesPerPixel, sizes, variants, Map.of());
  }

  /** Returns the class of a variant. */
  Class<?> typeOf(String variant) {
    return elsewhere.getOrDefault(variant, type);
  }

  /** Returns the row with the variants of another class. */
  Row with(Class<?> other, List<String> more) {
    List<String> all = new ArrayList<>(variants);
    all.addAll(more);
    all.sort(VariantNames.ORDER);
    Map<String, Class<?>> types = new HashMap<>(elsewhere);
    more.forEach(variant -> types.put(variant, other));
    return new Row(type, kernel, bytesPerPixel, sizes, List.copyOf(all), Map.copyOf(types));
  }
}
