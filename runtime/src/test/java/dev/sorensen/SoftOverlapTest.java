package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SoftOverlapTest {

  private static final SoftOverlap SOME = new SoftOverlap(0.5, 1.25, 2, 10);

  @Test
  void countsAreSumsOfZerosAndOnes() {
    assertThat(SoftOverlap.of(new Overlap(3, 4, 5, 10))).isEqualTo(new SoftOverlap(3, 4, 5, 10));
  }

  @Test
  void sumsAddUp() {
    assertThat(SOME.plus(new SoftOverlap(0.25, 0.5, 0.75, 7)))
        .isEqualTo(new SoftOverlap(0.75, 1.75, 2.75, 17));
    assertThat(SOME.plus(SoftOverlap.NONE)).isEqualTo(SOME);
    assertThat(SoftOverlap.NONE.plus(SOME)).isEqualTo(SOME);
  }

  @Test
  void nanIsKept() {
    SoftOverlap sum = SOME.plus(new SoftOverlap(Double.NaN, 1, Double.NaN, 1));
    assertThat(sum.intersection()).isNaN();
    assertThat(sum.prediction()).isEqualTo(2.25);
    assertThat(sum.truth()).isNaN();
  }

  @Test
  void pixelsPastTheRangeAreRefused() {
    SoftOverlap many = new SoftOverlap(0, 0, 0, Long.MAX_VALUE);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> many.plus(SOME));
  }

  @Test
  void aCopyFromAStreamIsEqual() {
    assertThat(Serialized.copy(SOME)).isEqualTo(SOME);
  }
}
