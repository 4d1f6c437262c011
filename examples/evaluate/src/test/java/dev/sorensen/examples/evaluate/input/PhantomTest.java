package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.score.Scores;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class PhantomTest {

  private final Scores scores = Scores.of(Phantom.prediction(), Phantom.truth());

  @Test
  void hasThreeLabels() {
    assertThat(scores.labels().keySet()).extracting(BigInteger::intValue).containsExactly(1, 2, 3);
  }

  @Test
  void isShiftedButNotCut() {
    for (Overlap overlap : scores.labels().values()) {
      assertThat(overlap.prediction()).isEqualTo(overlap.truth());
      assertThat(overlap.dice()).isBetween(0.8, 0.99);
    }
  }

  @Test
  void isAlwaysTheSame() {
    assertThat(scores.foreground()).isEqualTo(new Overlap(124522, 131647, 131647, 96 * 80 * 64));
  }
}
