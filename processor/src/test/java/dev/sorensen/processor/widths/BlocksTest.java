package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.Overlap;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.processor.widths.Evaluators.Found;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Masks of many blocks, by one thread and in ranges by several. */
@Tag("widths")
final class BlocksTest {

  /** More than two ranges of a thread, with a last word that is not whole. */
  private static final int PIXELS = (2 << 20) + 777;

  /** What is filled block by block goes on where it stopped, and begins where it is told to. */
  @Test
  void everyKindOfBlockGoesOn() {
    Random random = new Random(7);
    Sample sample = Sample.random(random, PIXELS);
    PairMask.Shape shape = new PairMask.Shape(PIXELS, 1);
    List<Found> some =
        Evaluators.of(PairMasks.class).stream()
            .filter(found -> !found.prediction().getSimpleName().contains("Logits"))
            .filter(found -> (found.toString().hashCode() & 3) == 0 || hasRuns(found))
            .toList();
    assertThat(some).hasSizeGreaterThan(50);
    for (Found found : some) {
      PairMask p = PairMask.of(found.prediction(), sample.prediction(), shape, new Random(1));
      PairMask t = PairMask.of(found.truth(), sample.truth(), shape, new Random(2));
      DiceEvaluator<Object, Object> evaluator = found.evaluator();
      Overlap expected = overlap(p, t);
      assertThat(evaluator.overlap(p.mask(), t.mask())).as("%s", found).isEqualTo(expected);
      assertThat(evaluator.overlapParallel(p.mask(), t.mask()))
          .as("%s in parallel", found)
          .isEqualTo(expected);
      if (evaluator instanceof SoftDiceEvaluator<Object, Object, ?> soft) {
        assertThat(soft.sweep(p.mask(), t.mask(), 0.3f, 0.7f))
            .as("%s at thresholds", found)
            .containsExactly(overlap(above(0.3f, p), t), overlap(above(0.7f, p), t));
      }
    }
  }

  private static PairMask above(float threshold, PairMask p) {
    boolean[] foreground = new boolean[p.values().length];
    for (int i = 0; i < foreground.length; i++) {
      foreground[i] = p.values()[i] > threshold;
    }
    return new PairMask(p.mask(), foreground, p.ignored(), p.values());
  }

  private static boolean hasRuns(Found found) {
    return List.of("Counts", "Starts", "Ends").contains(found.prediction().getSimpleName());
  }

  private static Overlap overlap(PairMask p, PairMask t) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    long pixels = 0;
    for (int i = 0; i < p.foreground().length; i++) {
      if (!t.ignored()[i]) {
        pixels++;
        both += p.foreground()[i] && t.foreground()[i] ? 1 : 0;
        predicted += p.foreground()[i] ? 1 : 0;
        actual += t.foreground()[i] ? 1 : 0;
      }
    }
    return new Overlap(both, predicted, actual, pixels);
  }
}
