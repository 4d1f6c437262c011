package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sorensen.internal.SamplePasses;
import dev.sorensen.internal.VectorSupport;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * That passes put nothing on the heap but their results, once they are compiled. A vector that
 * escapes is there for each step of a kernel, which then is a hundred times slower; so this fails
 * where a slow kernel would land unnoticed, without measuring a time.
 */
final class AllocationTest {

  /** What a pass returns: a record of four numbers. */
  private static final int RESULT = 48;

  /** The records of several classes, the array of them and that of their totals, for each class. */
  private static final int RESULT_OF_CLASS = 128;

  /** Pixels of an image that has a few steps of every kernel, and some that are left. */
  private static final long SMALL = 2 * 2048 + 100;

  /** Every layout as a prediction and as a truth, from arrays and from segments. */
  private static final Set<String> TRUTHS_OF_ONE =
      Set.of("Bits", "Labels", "Shorts", "Floats", "Starts", "OffHeapLabels");

  /** A pass, on the masks that it is warmed up with. */
  record Pass(String name, int classes, int pixels, SamplePasses.Range made) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Pass> passes() {
    Stream<Evaluators.Found> ofOne =
        Evaluators.of(PairMasks.class).stream()
            .filter(
                found ->
                    TRUTHS_OF_ONE.contains(found.truth().getSimpleName())
                        || found.truth() == found.prediction());
    Stream<Evaluators.Found> ofClasses =
        Evaluators.of(ClassMasks.class).stream()
            .filter(found -> found.truth().getSimpleName().matches("Bytes6|Bits6|Bytes40|Floats6"));
    Stream<Evaluators.Found> gradients =
        Evaluators.of(GradientMasks.class).stream()
            .filter(found -> found.prediction().getSimpleName().startsWith("Float"))
            .filter(found -> !found.truth().getSimpleName().startsWith("Double"));
    return Stream.of(ofOne, ofClasses, gradients).flatMap(all -> all).flatMap(AllocationTest::of);
  }

  private static Stream<Pass> of(Evaluators.Found found) {
    Class<?> pair = found.evaluator().getClass().getEnclosingClass();
    return Arrays.stream(pair.getDeclaredClasses())
        .filter(nested -> nested.getSimpleName().equals("Samples"))
        .flatMap(samples -> WarmUpSamplesTest.passes(samples).stream())
        .map(method -> pass(found, method));
  }

  private static Pass pass(Evaluators.Found found, Method method) {
    try {
      method.setAccessible(true);
      return new Pass(
          found + ", " + method.getName(),
          classes(found.truth()),
          WarmUpSamplesTest.pixels(method.getDeclaringClass()),
          ((SamplePasses) method.invoke(null)).pass());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static int classes(Class<?> type) {
    String digits = type.getSimpleName().replaceAll("\\D", "");
    return digits.isEmpty() ? 1 : Integer.parseInt(digits);
  }

  @ParameterizedTest
  @MethodSource("passes")
  void compiledPassesAllocateNothingButTheirResult(Pass pass) {
    assumeThat(VectorSupport.ENABLED).isTrue();
    int limit = pass.classes() == 1 ? RESULT : pass.classes() * RESULT_OF_CLASS;
    Allocation.isAtMost(
        limit, () -> pass.made().run(0, SMALL), () -> pass.made().run(0, pass.pixels()));
  }

  @Test
  void passesOfEveryKindAreLookedAt() {
    assertThat(passes().map(Pass::toString).map(name -> name.replaceAll(".*, ", "")).distinct())
        .containsExactlyInAnyOrder("overlap", "dice", "softOverlap", "gradient", "sweep");
  }
}
