package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassOverlapsTest {

  private static final Overlap BACKGROUND = new Overlap(80, 88, 85, 100);
  private static final Overlap LUNG = new Overlap(3, 4, 8, 100);
  private static final Overlap ABSENT = new Overlap(0, 0, 0, 100);
  private static final Overlap MISSED = new Overlap(0, 0, 7, 100);
  private static final Overlap INVENTED = new Overlap(0, 6, 0, 100);

  private static final ClassOverlaps NOTHING = ClassOverlaps.of(ABSENT, ABSENT);
  private static final ClassOverlaps NO_TRUTH = ClassOverlaps.of(ABSENT, INVENTED);

  @Test
  void hasItsClassesInOrder() {
    ClassOverlaps overlaps = ClassOverlaps.of(BACKGROUND, LUNG, ABSENT);
    assertThat(overlaps.size()).isEqualTo(3);
    assertThat(overlaps.get(0)).isEqualTo(BACKGROUND);
    assertThat(overlaps.get(1)).isEqualTo(LUNG);
    assertThat(overlaps.get(2)).isEqualTo(ABSENT);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> overlaps.get(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> overlaps.get(-1));
  }

  @Test
  void isAStrangerToItsArray() {
    Overlap[] array = {LUNG};
    ClassOverlaps overlaps = ClassOverlaps.of(array);
    array[0] = ABSENT;
    assertThat(overlaps.get(0)).isEqualTo(LUNG);
  }

  @Test
  void needsClasses() {
    assertThatIllegalArgumentException().isThrownBy(ClassOverlaps::of).withMessage("no classes");
    assertThatNullPointerException()
        .isThrownBy(() -> ClassOverlaps.of(LUNG, null))
        .withMessage("the overlap of class 1");
  }

  @Test
  void theMeanIsOfTheClassesThatOccur() {
    // 160 / 173 and 6 / 12; one class is in neither mask, and one is missed.
    assertThat(ClassOverlaps.of(BACKGROUND, LUNG).meanDice())
        .isCloseTo((160.0 / 173 + 0.5) / 2, within(1e-15));
    assertThat(ClassOverlaps.of(BACKGROUND, ABSENT, LUNG).meanDice())
        .isCloseTo((160.0 / 173 + 0.5) / 2, within(1e-15));
    assertThat(ClassOverlaps.of(LUNG, MISSED).meanDice()).isEqualTo(0.25);
    assertThat(ClassOverlaps.of(LUNG, ABSENT).meanDice(EmptyMasks.NAN)).isEqualTo(0.5);
  }

  @Test
  void theMeanOfNoClassIsWhatIsAskedFor() {
    assertThat(NOTHING.meanDice()).isEqualTo(1);
    assertThat(NOTHING.meanJaccard()).isEqualTo(1);
    assertThat(NOTHING.meanFBeta(2)).isEqualTo(1);
    assertThat(NOTHING.weightedDice()).isEqualTo(1);
    assertThat(NOTHING.mean(Overlap::dice)).isNaN();
    assertThat(NOTHING.mean(Overlap::specificity)).isNaN();
    for (ClassWeighting weighting : ClassWeighting.values()) {
      assertThat(NOTHING.generalizedDice(weighting)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAnswerForNoClassIsWhatIsAskedFor(EmptyMasks emptyMasks) {
    Double expected = emptyMasks.dice(); // boxed: NaN equals NaN
    assertThat(NOTHING.meanDice(emptyMasks)).isEqualTo(expected);
    assertThat(NOTHING.meanJaccard(emptyMasks)).isEqualTo(expected);
    assertThat(NOTHING.weightedDice(emptyMasks)).isEqualTo(expected);
    for (ClassWeighting weighting : ClassWeighting.values()) {
      assertThat(NOTHING.generalizedDice(weighting, emptyMasks)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClassFoundWhereThereIsNoneScoresZero(EmptyMasks emptyMasks) {
    assertThat(NO_TRUTH.meanDice(emptyMasks)).isEqualTo(0);
    assertThat(NO_TRUTH.meanJaccard(emptyMasks)).isEqualTo(0);
    assertThat(NO_TRUTH.meanFBeta(2)).isEqualTo(0);
    assertThat(NO_TRUTH.weightedDice(emptyMasks)).isEqualTo(0);
    for (ClassWeighting weighting : ClassWeighting.values()) {
      assertThat(NO_TRUTH.generalizedDice(weighting, emptyMasks)).isEqualTo(0);
    }
  }

  @Test
  void theMeanIouIsOfTheClassesThatOccur() {
    // 80 / 93 and 3 / 9.
    assertThat(ClassOverlaps.of(BACKGROUND, ABSENT, LUNG).meanJaccard())
        .isCloseTo((80.0 / 93 + 3.0 / 9) / 2, within(1e-15));
    assertThat(ClassOverlaps.of(LUNG, MISSED, INVENTED).meanJaccard())
        .isCloseTo(1.0 / 9, within(1e-15));
  }

  @Test
  void theMeanFBetaIsOfTheClassesThatOccur() {
    ClassOverlaps overlaps = ClassOverlaps.of(BACKGROUND, ABSENT, LUNG);
    assertThat(overlaps.meanFBeta(2)).isEqualTo((BACKGROUND.fBeta(2) + LUNG.fBeta(2)) / 2);
    assertThat(overlaps.meanFBeta(1)).isCloseTo(overlaps.meanDice(), within(1e-15));
    assertThatIllegalArgumentException().isThrownBy(() -> overlaps.meanFBeta(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> NOTHING.meanFBeta(-1));
  }

  @Test
  void theMeanOfAMeasureLeavesOutWhatIsNotANumber() {
    ClassOverlaps overlaps = ClassOverlaps.of(BACKGROUND, LUNG, ABSENT, MISSED, INVENTED);
    assertThat(overlaps.mean(Overlap::dice)).isEqualTo(overlaps.meanDice());
    // MISSED has no precision, INVENTED no recall. ABSENT would have a specificity of 1.
    assertThat(overlaps.mean(Overlap::precision))
        .isCloseTo((80.0 / 88 + 3.0 / 4 + 0) / 3, within(1e-15));
    assertThat(overlaps.mean(Overlap::recall))
        .isCloseTo((80.0 / 85 + 3.0 / 8 + 0) / 3, within(1e-15));
    assertThat(overlaps.mean(Overlap::specificity))
        .isCloseTo((7.0 / 15 + 91.0 / 92 + 1 + 94.0 / 100) / 4, within(1e-15));
    assertThat(ClassOverlaps.of(MISSED).mean(Overlap::precision)).isNaN();
  }

  @Test
  void theStreamHasAllClasses() {
    ClassOverlaps overlaps = ClassOverlaps.of(LUNG, ABSENT, INVENTED);
    assertThat(overlaps.stream()).containsExactly(LUNG, ABSENT, INVENTED);
  }

  @Test
  void theBackgroundIsClassZero() {
    ClassOverlaps overlaps = ClassOverlaps.of(BACKGROUND, LUNG, MISSED);
    assertThat(overlaps.withoutBackground()).isEqualTo(ClassOverlaps.of(LUNG, MISSED));
    assertThat(overlaps.size()).isEqualTo(3);
    assertThat(ClassOverlaps.of(LUNG).withoutBackground()).isEqualTo(ClassOverlaps.of(LUNG));
  }

  @Test
  void theWeightedDiceCountsClassesByTheirSizeInTheTruth() {
    assertThat(ClassOverlaps.of(BACKGROUND, LUNG, MISSED, INVENTED, ABSENT).weightedDice())
        .isCloseTo((85 * (160.0 / 173) + 8 * 0.5 + 7 * 0) / 100, within(1e-15));
    assertThat(ClassOverlaps.of(LUNG, INVENTED).weightedDice(EmptyMasks.NAN)).isEqualTo(0.5);
  }

  @Test
  void theGeneralizedDiceWeighsSums() {
    ClassOverlaps overlaps = ClassOverlaps.of(BACKGROUND, LUNG);
    assertThat(overlaps.generalizedDice(ClassWeighting.SQUARE))
        .isCloseTo(2 * (80 / 7225.0 + 3 / 64.0) / (173 / 7225.0 + 12 / 64.0), within(1e-15));
    assertThat(overlaps.generalizedDice(ClassWeighting.SIMPLE))
        .isCloseTo(2 * (80 / 85.0 + 3 / 8.0) / (173 / 85.0 + 12 / 8.0), within(1e-15));
    assertThat(overlaps.generalizedDice(ClassWeighting.UNIFORM)).isEqualTo(overlaps.micro().dice());
    assertThat(overlaps.generalizedDice(ClassWeighting.SQUARE, EmptyMasks.NAN))
        .isEqualTo(overlaps.generalizedDice(ClassWeighting.SQUARE));
  }

  @Test
  void aClassWithoutTruthHasTheLargestWeightOfItsPair() {
    ClassOverlaps overlaps = ClassOverlaps.of(BACKGROUND, INVENTED, LUNG);
    assertThat(overlaps.generalizedDice(ClassWeighting.SQUARE))
        .isCloseTo(2 * (80 / 7225.0 + 3 / 64.0) / (173 / 7225.0 + (6 + 12) / 64.0), within(1e-15));
    assertThat(ClassOverlaps.of(BACKGROUND, ABSENT, LUNG).generalizedDice(ClassWeighting.SQUARE))
        .isEqualTo(ClassOverlaps.of(BACKGROUND, LUNG).generalizedDice(ClassWeighting.SQUARE));
  }

  @Test
  void averagesOfHugeCountsStayInRange() {
    long huge = (1L << 62) + 1;
    Overlap same = new Overlap(huge, huge, huge, Long.MAX_VALUE);
    Overlap near = new Overlap(huge - 2, huge - 1, huge, Long.MAX_VALUE);
    Overlap tiny = new Overlap(1, 1, 1, Long.MAX_VALUE);
    for (ClassWeighting weighting : ClassWeighting.values()) {
      assertThat(ClassOverlaps.of(same, tiny).generalizedDice(weighting)).isEqualTo(1);
      assertThat(ClassOverlaps.of(same, near).generalizedDice(weighting))
          .isCloseTo(1, within(1e-15))
          .isLessThanOrEqualTo(1);
    }
    assertThat(ClassOverlaps.of(same, tiny, same).weightedDice()).isEqualTo(1);
    assertThat(ClassOverlaps.of(same, tiny, same).meanDice()).isEqualTo(1);
    assertThat(ClassOverlaps.of(same, tiny, same).meanJaccard()).isEqualTo(1);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(ClassOverlaps.of(same, same)::micro);
  }

  @Test
  void averagesOfRandomClassesKeepTheirLaws() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      ClassOverlaps overlaps = randomOverlaps(random);
      String as = "seed %d, round %d: %s".formatted(seed, round, overlaps);
      double least = overlaps.stream().mapToDouble(Overlap::dice).min().orElseThrow();
      double largest = overlaps.stream().mapToDouble(Overlap::dice).max().orElseThrow();
      double slack = 1e-14;
      assertThat(overlaps.meanDice()).as(as).isBetween(least - slack, largest + slack);
      assertThat(overlaps.weightedDice()).as(as).isBetween(least - slack, largest + slack);
      assertThat(overlaps.meanJaccard()).as(as).isLessThanOrEqualTo(overlaps.meanDice() + slack);
      assertThat(overlaps.meanFBeta(1)).as(as).isCloseTo(overlaps.meanDice(), within(slack));
      for (ClassWeighting weighting : ClassWeighting.values()) {
        assertThat(overlaps.generalizedDice(weighting))
            .as(as)
            .isBetween(least - slack, largest + slack);
      }
      assertThat(overlaps.generalizedDice(ClassWeighting.UNIFORM))
          .as(as)
          .isCloseTo(overlaps.micro().dice(), within(slack));
    }
  }

  /** Classes over 64 pixels, most of them small and some of them empty. */
  private static ClassOverlaps randomOverlaps(Random random) {
    Overlap[] overlaps = new Overlap[1 + random.nextInt(4)];
    for (int c = 0; c < overlaps.length; c++) {
      long p = random.nextInt(3) == 0 ? 0 : random.nextLong();
      long t = random.nextInt(3) == 0 ? 0 : random.nextLong() & random.nextLong();
      overlaps[c] = new Overlap(Long.bitCount(p & t), Long.bitCount(p), Long.bitCount(t), 64);
    }
    return ClassOverlaps.of(overlaps);
  }

  @Test
  void microCountsAllClasses() {
    assertThat(ClassOverlaps.of(BACKGROUND, LUNG, MISSED).micro())
        .isEqualTo(new Overlap(83, 92, 100, 300));
  }

  @Test
  void addsUpClassByClass() {
    ClassOverlaps sum = ClassOverlaps.of(LUNG, MISSED).plus(ClassOverlaps.of(ABSENT, LUNG));
    assertThat(sum)
        .isEqualTo(ClassOverlaps.of(new Overlap(3, 4, 8, 200), new Overlap(3, 4, 15, 200)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassOverlaps.of(LUNG, MISSED).plus(ClassOverlaps.of(LUNG)))
        .withMessage("cannot add 1 classes to 2");
  }

  @Test
  void isAValue() {
    ClassOverlaps overlaps = ClassOverlaps.of(LUNG, MISSED);
    assertThat(overlaps)
        .isEqualTo(ClassOverlaps.of(LUNG, MISSED))
        .hasSameHashCodeAs(ClassOverlaps.of(LUNG, MISSED))
        .isNotEqualTo(ClassOverlaps.of(MISSED, LUNG))
        .isNotEqualTo(ClassOverlaps.of(LUNG))
        .isNotEqualTo(LUNG);
    assertThat(overlaps.toString()).isEqualTo("ClassOverlaps[" + LUNG + ", " + MISSED + "]");
    assertThat(Serialized.copy(overlaps)).isEqualTo(overlaps);
  }
}
