package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkKernelsTest {

  private static final String SIMD = "sorensen.simd";

  /** What this process decided, before a test changes the property. */
  private static final boolean ENABLED = VectorSupport.ENABLED;

  private final String before = System.getProperty(SIMD);

  @AfterEach
  void restore() {
    if (before == null) {
      System.clearProperty(SIMD);
    } else {
      System.setProperty(SIMD, before);
    }
  }

  @Test
  void kernelsThatTheProcessUsesAreMeasured() {
    System.setProperty(SIMD, ENABLED ? "on" : "off");
    assertThatCode(() -> BenchmarkKernels.check(ENABLED ? "a.B.diceVector" : "a.B.diceScalar"))
        .doesNotThrowAnyException();
  }

  @Test
  void kernelsThatTheProcessDoesNotUseAreRefused() {
    System.setProperty(SIMD, ENABLED ? "off" : "on");
    String benchmark = ENABLED ? "a.B.diceScalar" : "a.B.diceVector";
    assertThatIllegalStateException()
        .isThrownBy(() -> BenchmarkKernels.check(benchmark))
        .withMessageStartingWith(
            benchmark + " needs a JVM with -Dsorensen.simd=" + (ENABLED ? "off" : "on"));
  }

  @Test
  void theReferenceUsesNone() {
    System.clearProperty(SIMD);
    assertThatCode(() -> BenchmarkKernels.check("a.B.diceReference")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.B.diceVector", "a.B.diceScalar"})
  void aChoiceThatNobodyMadeIsRefused(String benchmark) {
    System.clearProperty(SIMD);
    assertThatIllegalStateException()
        .isThrownBy(() -> BenchmarkKernels.check(benchmark))
        .withMessageContaining("-jvmArgsPrepend");
  }
}
