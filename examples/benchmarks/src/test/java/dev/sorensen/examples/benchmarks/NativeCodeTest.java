package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;

final class NativeCodeTest {

  @Test
  void functionsTakeArraysOfTheHeap() throws Throwable {
    assumeTrue(NativeCode.compilerVersion().isPresent(), "no C compiler cc");
    MethodHandle dice = Integers.masks("bits_dice_plain");
    MemorySegment a = MemorySegment.ofArray(new long[] {0b0111_1100});
    MemorySegment b = MemorySegment.ofArray(new long[] {0b0011_1110});

    assertThat((double) dice.invokeExact(a, b, 1L)).isEqualTo(0.8);
  }

  @Test
  void anAbsentFunctionThrowsWhenItIsCalled() {
    assertThat(NativeCode.has(Integers.LIBRARY, "no_such_function")).isFalse();
    MethodHandle absent = Integers.masks("no_such_function");

    assertThatThrownBy(
            () -> {
              double result =
                  (double) absent.invokeExact(MemorySegment.NULL, MemorySegment.NULL, 1L);
              assertThat(result).isNaN();
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no C function no_such_function here");
  }
}
