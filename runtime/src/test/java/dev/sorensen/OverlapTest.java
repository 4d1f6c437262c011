package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverlapTest {

  /** TP 3, FP 1, FN 2, TN 4. */
  private static final Overlap SOME = new Overlap(3, 4, 5, 10);

  private static final Overlap BOTH_EMPTY = new Overlap(0, 0, 0, 10);
  private static final Overlap BOTH_FULL = new Overlap(10, 10, 10, 10);
  private static final Overlap DISJOINT = new Overlap(0, 4, 5, 10);
  private static final Overlap NO_PREDICTION = new Overlap(0, 0, 5, 10);
  private static final Overlap NO_TRUTH = new Overlap(0, 4, 0, 10);

  private static final long HUGE = 1L << 62;

  /** Of many more digits than a double has. */
  private static final MathContext DIGITS = new MathContext(80);

  @Test
  void measuresOfSomeOverlap() {
    assertThat(SOME.falsePositives()).isEqualTo(1);
    assertThat(SOME.falseNegatives()).isEqualTo(2);
    assertThat(SOME.trueNegatives()).isEqualTo(4);
    assertThat(SOME.dice()).isEqualTo(6.0 / 9);
    assertThat(SOME.jaccard()).isEqualTo(3.0 / 6);
    assertThat(SOME.precision()).isEqualTo(3.0 / 4);
    assertThat(SOME.recall()).isEqualTo(3.0 / 5);
    assertThat(SOME.specificity()).isEqualTo(4.0 / 5);
    assertThat(SOME.accuracy()).isEqualTo(7.0 / 10);
    assertThat(SOME.volumetricSimilarity()).isCloseTo(8.0 / 9, within(1e-15));
    assertThat(SOME.fBeta(1)).isEqualTo(6.0 / 9);
    assertThat(SOME.fBeta(2)).isCloseTo(15.0 / 24, within(1e-15));
    assertThat(SOME.fBeta(0.5)).isCloseTo(3.75 / 5.25, within(1e-15));
  }

  @Test
  void measuresOfTwoEmptyMasks() {
    assertThat(BOTH_EMPTY.dice()).isEqualTo(1);
    assertThat(BOTH_EMPTY.jaccard()).isEqualTo(1);
    assertThat(BOTH_EMPTY.fBeta(2)).isEqualTo(1);
    assertThat(BOTH_EMPTY.fBeta(0)).isEqualTo(1);
    assertThat(BOTH_EMPTY.volumetricSimilarity()).isEqualTo(1);
    assertThat(BOTH_EMPTY.precision()).isNaN();
    assertThat(BOTH_EMPTY.recall()).isNaN();
    assertThat(BOTH_EMPTY.specificity()).isEqualTo(1);
    assertThat(BOTH_EMPTY.accuracy()).isEqualTo(1);
  }

  @Test
  void measuresOfTwoFullMasks() {
    assertThat(BOTH_FULL.dice()).isEqualTo(1);
    assertThat(BOTH_FULL.jaccard()).isEqualTo(1);
    assertThat(BOTH_FULL.precision()).isEqualTo(1);
    assertThat(BOTH_FULL.recall()).isEqualTo(1);
    assertThat(BOTH_FULL.specificity()).isNaN();
    assertThat(BOTH_FULL.accuracy()).isEqualTo(1);
  }

  @Test
  void measuresOfDisjointMasks() {
    assertThat(DISJOINT.dice()).isEqualTo(0);
    assertThat(DISJOINT.jaccard()).isEqualTo(0);
    assertThat(DISJOINT.precision()).isEqualTo(0);
    assertThat(DISJOINT.recall()).isEqualTo(0);
    assertThat(DISJOINT.fBeta(1)).isEqualTo(0);
    assertThat(DISJOINT.specificity()).isEqualTo(1.0 / 5);
    assertThat(DISJOINT.accuracy()).isEqualTo(1.0 / 10);
    assertThat(DISJOINT.volumetricSimilarity()).isCloseTo(8.0 / 9, within(1e-15));
  }

  @Test
  void measuresOfOneEmptyMask() {
    assertThat(NO_PREDICTION.dice()).isEqualTo(0);
    assertThat(NO_PREDICTION.jaccard()).isEqualTo(0);
    assertThat(NO_PREDICTION.precision()).isNaN();
    assertThat(NO_PREDICTION.recall()).isEqualTo(0);
    assertThat(NO_PREDICTION.volumetricSimilarity()).isEqualTo(0);
    assertThat(NO_TRUTH.dice()).isEqualTo(0);
    assertThat(NO_TRUTH.precision()).isEqualTo(0);
    assertThat(NO_TRUTH.recall()).isNaN();
    assertThat(NO_TRUTH.fBeta(1)).isEqualTo(0);
  }

  @Test
  void ratesOfSomeOverlap() {
    assertThat(SOME.negativePredictiveValue()).isEqualTo(4.0 / 6);
    assertThat(SOME.falsePositiveRate()).isEqualTo(1.0 / 5);
    assertThat(SOME.falseNegativeRate()).isEqualTo(2.0 / 5);
    assertThat(SOME.falseDiscoveryRate()).isEqualTo(1.0 / 4);
    assertThat(SOME.falseOmissionRate()).isEqualTo(2.0 / 6);
    assertThat(SOME.balancedAccuracy()).isCloseTo(7.0 / 10, within(1e-15));
    assertThat(SOME.fowlkesMallows()).isCloseTo(3 / Math.sqrt(20), within(1e-15));
    assertThat(SOME.informedness()).isEqualTo(2.0 / 5);
    assertThat(SOME.markedness()).isEqualTo(5.0 / 12);
    assertThat(SOME.matthewsCorrelation()).isCloseTo(1 / Math.sqrt(6), within(1e-15));
    assertThat(SOME.cohenKappa()).isEqualTo(2.0 / 5);
    assertThat(SOME.prevalenceThreshold())
        .isCloseTo((Math.sqrt(0.6 * 0.2) - 0.2) / (0.6 - 0.2), within(1e-15));
  }

  /** As MONAI 1.5 has them; both empty, both full, either empty, disjoint. */
  @Test
  void ratesAreNanWhereTheirFormulasAre() {
    for (Overlap both : new Overlap[] {BOTH_EMPTY, BOTH_FULL, Overlap.NONE}) {
      assertThat(both.balancedAccuracy()).as("%s", both).isNaN();
      assertThat(both.informedness()).as("%s", both).isNaN();
      assertThat(both.markedness()).as("%s", both).isNaN();
      assertThat(both.matthewsCorrelation()).as("%s", both).isNaN();
      assertThat(both.cohenKappa()).as("%s", both).isNaN();
      assertThat(both.prevalenceThreshold()).as("%s", both).isNaN();
    }
    assertThat(BOTH_EMPTY.negativePredictiveValue()).isEqualTo(1);
    assertThat(BOTH_EMPTY.falsePositiveRate()).isEqualTo(0);
    assertThat(BOTH_EMPTY.falseNegativeRate()).isNaN();
    assertThat(BOTH_EMPTY.falseDiscoveryRate()).isNaN();
    assertThat(BOTH_EMPTY.falseOmissionRate()).isEqualTo(0);
    assertThat(BOTH_EMPTY.fowlkesMallows()).isNaN();

    assertThat(BOTH_FULL.negativePredictiveValue()).isNaN();
    assertThat(BOTH_FULL.falsePositiveRate()).isNaN();
    assertThat(BOTH_FULL.falseNegativeRate()).isEqualTo(0);
    assertThat(BOTH_FULL.falseDiscoveryRate()).isEqualTo(0);
    assertThat(BOTH_FULL.falseOmissionRate()).isNaN();
    assertThat(BOTH_FULL.fowlkesMallows()).isEqualTo(1);

    assertThat(NO_PREDICTION.balancedAccuracy()).isEqualTo(0.5);
    assertThat(NO_PREDICTION.informedness()).isEqualTo(0);
    assertThat(NO_PREDICTION.markedness()).isNaN();
    assertThat(NO_PREDICTION.matthewsCorrelation()).isNaN();
    assertThat(NO_PREDICTION.cohenKappa()).isEqualTo(0);
    assertThat(NO_PREDICTION.fowlkesMallows()).isNaN();
    assertThat(NO_PREDICTION.prevalenceThreshold()).isNaN();

    assertThat(NO_TRUTH.balancedAccuracy()).isNaN();
    assertThat(NO_TRUTH.informedness()).isNaN();
    assertThat(NO_TRUTH.markedness()).isEqualTo(0);
    assertThat(NO_TRUTH.matthewsCorrelation()).isNaN();
    assertThat(NO_TRUTH.cohenKappa()).isEqualTo(0);

    assertThat(DISJOINT.fowlkesMallows()).isEqualTo(0);
    assertThat(DISJOINT.prevalenceThreshold()).isEqualTo(1);
  }

  @Test
  void thresholdOfPrevalenceAtItsEnds() {
    assertThat(new Overlap(5, 5, 5, 10).prevalenceThreshold()).isEqualTo(0);
    // TPR = FPR = 1/3, in other counts.
    assertThat(new Overlap(1, 3, 3, 9).prevalenceThreshold()).isNaN();
    // 1/2 and a little less, which are one double.
    long quarter = 1L << 60;
    Overlap close = new Overlap(quarter, 2 * quarter - 1, 2 * quarter, HUGE);
    assertThat(close.recall()).isEqualTo(close.falsePositiveRate());
    assertThat(close.prevalenceThreshold()).isEqualTo(0.5);
  }

  @Test
  void ratesOfNoPixels() {
    assertThat(Overlap.NONE.accuracy()).isNaN();
    assertThat(Overlap.NONE.specificity()).isNaN();
    assertThat(Overlap.NONE.precision()).isNaN();
    assertThat(Overlap.NONE.recall()).isNaN();
    assertThat(Overlap.NONE.dice()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void emptyMasksHaveTheDiceThatIsAskedFor(EmptyMasks emptyMasks) {
    Double expected = // boxed: NaN equals NaN
        switch (emptyMasks) {
          case ONE -> 1.0;
          case ZERO -> 0.0;
          case NAN -> Double.NaN;
        };
    assertThat(BOTH_EMPTY.dice(emptyMasks)).isEqualTo(expected);
    assertThat(Overlap.NONE.dice(emptyMasks)).isEqualTo(expected);
    assertThat(SOME.dice(emptyMasks)).isEqualTo(6.0 / 9);
    assertThat(NO_TRUTH.dice(emptyMasks)).isEqualTo(0);
    assertThat(emptyMasks.dice()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 0",
    "0, -1, 0, 0",
    "0, 0, -1, 0",
    "0, 0, 0, -1",
    "5, 4, 5, 10",
    "5, 5, 4, 10",
    "0, 11, 0, 10",
    "0, 0, 11, 10",
    // 6 + 5 pixels, of which none are shared, in 10.
    "0, 6, 5, 10",
    "1, 6, 6, 10",
    "0, 9223372036854775807, 9223372036854775807, 9223372036854775807",
    "-9223372036854775808, 0, 9223372036854775807, 9223372036854775807",
  })
  void countsThatNoMasksHave(long intersection, long prediction, long truth, long pixels) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Overlap(intersection, prediction, truth, pixels))
        .withMessage(
            "not the counts of two masks: intersection %d, prediction %d, truth %d, pixels %d",
            intersection, prediction, truth, pixels);
  }

  @Test
  void allCountsOfSmallMasksAndNoOthers() {
    for (int i = -1; i <= 4; i++) {
      for (int p = -1; p <= 4; p++) {
        for (int t = -1; t <= 4; t++) {
          for (int n = -1; n <= 4; n++) {
            boolean possible = i >= 0 && p >= i && t >= i && p + t - i <= n;
            assertThat(isAccepted(i, p, t, n)).as("%d, %d, %d, %d", i, p, t, n).isEqualTo(possible);
          }
        }
      }
    }
  }

  private static boolean isAccepted(long i, long p, long t, long n) {
    try {
      return new Overlap(i, p, t, n).pixels() == n;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void hugeCountsDoNotOverflow() {
    Overlap huge = new Overlap(HUGE - 2, HUGE - 1, HUGE, Long.MAX_VALUE);
    assertThat(huge.dice()).isCloseTo(1, within(1e-15));
    assertThat(huge.jaccard()).isCloseTo(1, within(1e-15));
    assertThat(huge.volumetricSimilarity()).isCloseTo(1, within(1e-15));
    assertThat(huge.accuracy()).isCloseTo(1, within(1e-15));
    assertThat(huge.falsePositives()).isEqualTo(1);
    assertThat(huge.falseNegatives()).isEqualTo(2);
    assertThat(huge.trueNegatives()).isEqualTo(Long.MAX_VALUE - HUGE - 1);
    assertThat(huge.fBeta(1)).isCloseTo(1, within(1e-15));

    Overlap disjoint = new Overlap(0, HUGE, HUGE - 1, Long.MAX_VALUE);
    assertThat(disjoint.jaccard()).isEqualTo(0);
    assertThat(disjoint.trueNegatives()).isZero();

    Overlap everything =
        new Overlap(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(everything.dice()).isEqualTo(1);
    assertThat(everything.jaccard()).isEqualTo(1);
  }

  @Test
  void correlationsOfHugeCountsDoNotOverflow() {
    // TP, FP, FN, TN of a quarter each are chance; one pixel decides the sign.
    long quarter = 1L << 60;
    assertThat(new Overlap(quarter, 2 * quarter, 2 * quarter, HUGE).matthewsCorrelation()).isZero();
    Overlap better = new Overlap(quarter, 2 * quarter - 1, 2 * quarter, HUGE);
    assertThat(better.matthewsCorrelation()).isCloseTo(0x1p-61, within(1e-30));
    assertThat(better.informedness()).isCloseTo(0x1p-61, within(1e-30));
    assertThat(better.markedness()).isCloseTo(0x1p-61, within(1e-30));
    assertThat(better.cohenKappa()).isCloseTo(0x1p-61, within(1e-30));
    Overlap worse = new Overlap(quarter, 2 * quarter + 1, 2 * quarter, HUGE);
    assertThat(worse.matthewsCorrelation()).isCloseTo(-0x1p-61, within(1e-30));

    // Perfect, opposite: exactly 1 and -1, where doubles round the counts.
    for (long odd : new long[] {3, (1L << 53) + 1, HUGE / 3, HUGE - 1, HUGE + 1}) {
      Overlap same = new Overlap(odd, odd, odd, Long.MAX_VALUE);
      Overlap opposite = new Overlap(0, odd, Long.MAX_VALUE - odd, Long.MAX_VALUE);
      assertThat(same.informedness()).isEqualTo(1);
      assertThat(same.markedness()).isEqualTo(1);
      assertThat(same.matthewsCorrelation()).isEqualTo(1);
      assertThat(same.cohenKappa()).isEqualTo(1);
      assertThat(same.fowlkesMallows()).isEqualTo(1);
      assertThat(opposite.informedness()).isEqualTo(-1);
      assertThat(opposite.markedness()).isEqualTo(-1);
      assertThat(opposite.matthewsCorrelation()).isEqualTo(-1);
    }
  }

  /** Counts of any size up to 2⁶³ − 1, against fractions of 80 digits. */
  @Test
  void measuresOfRandomCountsAreThoseOfExactFractions() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      long tp = randomCount(random);
      long fp = randomCount(random);
      long fn = randomCount(random);
      long tn = randomCount(random);
      Overlap overlap = new Overlap(tp, tp + fp, tp + fn, tp + fp + fn + tn);
      String as = "seed %d, round %d: %s".formatted(seed, round, overlap);

      assertClose(as, overlap.precision(), fraction(tp, sum(tp, fp)));
      assertClose(as, overlap.recall(), fraction(tp, sum(tp, fn)));
      assertClose(as, overlap.specificity(), fraction(tn, sum(tn, fp)));
      assertClose(as, overlap.negativePredictiveValue(), fraction(tn, sum(tn, fn)));
      assertClose(as, overlap.falsePositiveRate(), fraction(fp, sum(tn, fp)));
      assertClose(as, overlap.falseNegativeRate(), fraction(fn, sum(tp, fn)));
      assertClose(as, overlap.falseDiscoveryRate(), fraction(fp, sum(tp, fp)));
      assertClose(as, overlap.falseOmissionRate(), fraction(fn, sum(tn, fn)));
      assertClose(as, overlap.accuracy(), fraction(tp + tn, sum(sum(tp, fp), sum(tn, fn))));
      assertClose(as, overlap.jaccard(), fraction(tp, sum(tp + fp, fn)));
      assertClose(as, overlap.dice(), fraction(tp, sum(tp + fp, tp + fn)).multiply(decimal(2)));

      BigDecimal tpr = fraction(tp, sum(tp, fn));
      BigDecimal fpr = fraction(fp, sum(tn, fp));
      BigDecimal ppv = fraction(tp, sum(tp, fp));
      BigDecimal informedness = tpr.subtract(fpr);
      BigDecimal markedness = ppv.subtract(fraction(fn, sum(tn, fn)));
      assertClose(as, overlap.informedness(), informedness);
      assertClose(as, overlap.markedness(), markedness);
      assertClose(as, overlap.fowlkesMallows(), ppv.multiply(tpr).sqrt(DIGITS));
      BigDecimal correlation = informedness.multiply(markedness).abs().sqrt(DIGITS);
      assertClose(
          as,
          overlap.matthewsCorrelation(),
          informedness.signum() < 0 ? correlation.negate() : correlation);
      assertThat(overlap.matthewsCorrelation()).as(as).isBetween(-1.0, 1.0);

      BigDecimal chance =
          decimal(tp + fp)
              .multiply(decimal(fp + tn))
              .add(decimal(tp + fn).multiply(decimal(fn + tn)));
      BigDecimal agreement =
          decimal(tp).multiply(decimal(tn)).subtract(decimal(fp).multiply(decimal(fn)));
      assertClose(as, overlap.cohenKappa(), agreement.multiply(decimal(2)).divide(chance, DIGITS));
      if (informedness.signum() != 0) {
        assertClose(
            as,
            overlap.prevalenceThreshold(),
            tpr.multiply(fpr).sqrt(DIGITS).subtract(fpr).divide(informedness, DIGITS));
      }
    }
  }

  /** From 1 to 2⁶¹ − 1, so that four add up; as often small as large. */
  private static long randomCount(Random random) {
    return Math.max(1, random.nextLong() >>> (3 + random.nextInt(61)));
  }

  private static BigDecimal decimal(long count) {
    return BigDecimal.valueOf(count);
  }

  private static long sum(long a, long b) {
    return Math.addExact(a, b);
  }

  private static BigDecimal fraction(long numerator, long denominator) {
    return decimal(numerator).divide(decimal(denominator), DIGITS);
  }

  private static void assertClose(String as, double actual, BigDecimal expected) {
    double bound = 1e-15 * expected.abs().doubleValue();
    assertThat(actual).as(as).isCloseTo(expected.doubleValue(), within(bound));
  }

  @Test
  void countsAreExactWhereFloatsAreNot() {
    long odd = (1L << 53) + 1;
    Overlap sum = new Overlap(odd, odd, odd, odd).plus(new Overlap(1, 1, 1, 1));
    assertThat(sum).isEqualTo(new Overlap(odd + 1, odd + 1, odd + 1, odd + 1));
  }

  @Test
  void overlapsAddUp() {
    assertThat(SOME.plus(NO_TRUTH)).isEqualTo(new Overlap(3, 8, 5, 20));
    assertThat(SOME.plus(Overlap.NONE)).isEqualTo(SOME);
    assertThat(Overlap.NONE.plus(SOME)).isEqualTo(SOME);
  }

  @Test
  void sumsPastTheRangeAreRefused() {
    Overlap half = new Overlap(HUGE, HUGE, HUGE, HUGE);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> half.plus(half));
    Overlap background = new Overlap(0, 0, 0, Long.MAX_VALUE);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> background.plus(new Overlap(0, 0, 0, 1)));
  }

  @Test
  void fBetaGoesFromPrecisionToRecall() {
    assertThat(SOME.fBeta(0)).isEqualTo(SOME.precision());
    assertThat(SOME.fBeta(1e-200)).isEqualTo(SOME.precision());
    assertThat(SOME.fBeta(1e9)).isCloseTo(SOME.recall(), within(1e-15));
    assertThat(SOME.fBeta(1e200)).isEqualTo(SOME.recall());
    assertThat(SOME.fBeta(Double.MAX_VALUE)).isEqualTo(SOME.recall());
    assertThat(DISJOINT.fBeta(Double.MAX_VALUE)).isEqualTo(0);
    assertThat(NO_PREDICTION.fBeta(0)).isEqualTo(0);
    assertThat(NO_TRUTH.fBeta(Double.MAX_VALUE)).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {-1, -Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, -Double.MAX_VALUE})
  void fBetaOfNoBeta(double beta) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SOME.fBeta(beta))
        .withMessage("beta must be finite and at least 0, not " + beta);
  }

  @Test
  void measuresOfRandomMasksKeepTheirLaws() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      int size = 1 + random.nextInt(64);
      long bits = -1L >>> (64 - size);
      long p = random.nextLong() & bits;
      long t = random.nextLong() & bits;
      Overlap overlap = new Overlap(Long.bitCount(p & t), Long.bitCount(p), Long.bitCount(t), size);
      String as = "seed %d, round %d: %s".formatted(seed, round, overlap);
      double jaccard = overlap.jaccard();
      assertThat(overlap.dice()).as(as).isCloseTo(2 * jaccard / (1 + jaccard), within(1e-15));
      assertThat(overlap.fBeta(1)).as(as).isCloseTo(overlap.dice(), within(1e-15));
      assertThat(overlap.trueNegatives()).as(as).isEqualTo(Long.bitCount(~(p | t) & bits));
      assertThat(overlap.falsePositives()).as(as).isEqualTo(Long.bitCount(p & ~t));
      assertThat(overlap.falseNegatives()).as(as).isEqualTo(Long.bitCount(t & ~p));
      assertThat(overlap.volumetricSimilarity())
          .as(as)
          .isGreaterThanOrEqualTo(overlap.dice() - 1e-15);
    }
  }

  @Test
  void aCopyFromAStreamIsEqual() {
    assertThat(Serialized.copy(SOME)).isEqualTo(SOME);
  }
}
