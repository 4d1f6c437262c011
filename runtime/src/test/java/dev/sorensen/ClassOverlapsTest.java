package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassOverlapsTest {

  private static final Overlap BACKGROUND = new Overlap(80, 88, 85, 100);
  private static final Overlap LUNG = new Overlap(3, 4, 8, 100);
  private static final Overlap ABSENT = new Overlap(0, 0, 0, 100);
  private static final Overlap MISSED = new Overlap(0, 0, 7, 100);

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
    ClassOverlaps nothing = ClassOverlaps.of(ABSENT, ABSENT);
    assertThat(nothing.meanDice()).isEqualTo(1);
    assertThat(nothing.meanDice(EmptyMasks.ONE)).isEqualTo(1);
    assertThat(nothing.meanDice(EmptyMasks.ZERO)).isEqualTo(0);
    assertThat(nothing.meanDice(EmptyMasks.NAN)).isNaN();
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
