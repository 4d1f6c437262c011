package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jmh.annotations.Setup;

/** A peer that computes something else is no peer: all variants of a row give the same result. */
final class VariantsTest {

  /** An odd number of pixels, and enough of them for every loop of a kernel. */
  private static final List<String> SIZES = List.of("37x29", "96x80x17");

  @TestFactory
  Stream<DynamicTest> agree() {
    Rows found = Rows.find();
    found.leftOut().forEach(line -> System.out.println("left out: " + line));
    assertThat(found.rows()).isNotEmpty();
    return found.rows().stream()
        .flatMap(
            row ->
                sizes(row).stream()
                    .map(
                        size ->
                            DynamicTest.dynamicTest(
                                row.kernel() + " at " + size, () -> check(row, size))));
  }

  /** Rows of other sizes than a mask's extents are tried at the first two of their own. */
  private static List<String> sizes(Row row) {
    boolean any = row.sizes().contains(Sizes.IMAGE) || row.sizes().contains(Sizes.VOLUME);
    return any ? SIZES : row.sizes().subList(0, Math.min(2, row.sizes().size()));
  }

  private static void check(Row row, String size) throws ReflectiveOperationException {
    assertThat(row.variants()).contains(Row.OURS);
    double tolerance = row.type().getAnnotation(Workload.class).tolerance();
    Object ours = state(row.type(), size);
    double[] first = run(ours, Row.OURS);
    double[] second = run(ours, Row.OURS);
    for (String variant : row.variants()) {
      if (!Row.ROOFS.contains(variant)) {
        // Twice: a kernel must leave its data, and what it keeps, as they were. Rows with several
        // pairs take them in turn.
        Object state = state(row.typeOf(variant), size);
        assertClose(variant, run(state, variant), first, tolerance);
        assertClose(variant + " again", run(state, variant), second, tolerance);
      }
    }
  }

  private static Object state(Class<?> type, String size) throws ReflectiveOperationException {
    Object state = type.getConstructor().newInstance();
    type.getField("size").set(state, size);
    for (Method method : type.getMethods()) {
      if (method.isAnnotationPresent(Setup.class)) {
        method.invoke(state);
      }
    }
    return state;
  }

  private static double[] run(Object state, String variant) throws ReflectiveOperationException {
    Object result = state.getClass().getMethod(variant).invoke(state);
    if (result instanceof FloatBuffer buffer) {
      double[] values = new double[buffer.remaining()];
      Arrays.setAll(values, buffer::get);
      return values;
    }
    if (result.getClass().isArray()) {
      double[] values = new double[Array.getLength(result)];
      Arrays.setAll(values, i -> Array.getDouble(result, i));
      return values;
    }
    return new double[] {((Number) result).doubleValue()};
  }

  /** Entries may lie apart relative to the largest, as gradients have entries near 0. */
  private static void assertClose(
      String variant, double[] actual, double[] expected, double tolerance) {
    assertThat(actual).as(variant).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(largest).as("largest result").isFinite().isPositive();
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("%s, entry %d: %s, expected %s", variant, i, actual[i], expected[i])
          .isLessThanOrEqualTo(tolerance * largest);
    }
  }
}
