package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.internal.SamplePasses;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That every pass can be made over the masks that it is to be warmed up with. */
final class WarmUpSamplesTest {

  static Stream<Class<?>> samples() {
    return Stream.of(Masks.class, PairMasks.class, ClassMasks.class, GradientMasks.class)
        .flatMap(around -> Evaluators.of(around).stream())
        .map(found -> found.evaluator().getClass().getEnclosingClass())
        .distinct()
        .flatMap(pair -> Arrays.stream(pair.getDeclaredClasses()))
        .filter(nested -> nested.getSimpleName().equals("Samples"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aPassOverThemSucceeds(Class<?> samples) throws ReflectiveOperationException {
    int pixels = pixels(samples);
    int half = pixels / 2 / 64 * 64;
    for (Method method : passes(samples)) {
      method.setAccessible(true);
      SamplePasses passes = (SamplePasses) method.invoke(null);
      for (int to : new int[] {1, 64, 100, 256, pixels - 1, pixels}) {
        for (SamplePasses.Range pass : List.of(passes.pass(), passes.ofVectors())) {
          pass.run(0, Math.min(to, pixels));
          pass.run(half, Math.min(half + to, pixels));
        }
      }
    }
  }

  @Test
  void theyAreFound() {
    List<String> names = new ArrayList<>();
    samples()
        .forEach(type -> names.add(Objects.requireNonNull(type.getEnclosingClass()).getName()));
    assertThat(names).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    assertThat(names).contains(Masks_BitsDice.class.getName() + "$AgainstMasks_Bits");
  }

  @Test
  void everyPassHasSome() throws ReflectiveOperationException {
    Class<?> samples =
        samples()
            .filter(type -> type.getName().contains("Masks_ProbabilitiesDice"))
            .findFirst()
            .orElseThrow();
    assertThat(passes(samples))
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("overlap", "softOverlap", "gradient", "sweep");
    assertThat(pixels(samples)).isEqualTo(127 * 127);
  }

  static List<Method> passes(Class<?> samples) {
    return Arrays.stream(samples.getDeclaredMethods())
        .filter(method -> method.getReturnType() == SamplePasses.class)
        .toList();
  }

  static int pixels(Class<?> samples) throws ReflectiveOperationException {
    Field pixels = samples.getDeclaredField("PIXELS");
    pixels.setAccessible(true);
    return pixels.getInt(null);
  }
}
