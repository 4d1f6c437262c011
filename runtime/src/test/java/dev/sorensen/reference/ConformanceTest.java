package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each evaluator here but the first two has one mistake, and the check must name it. */
@SuppressWarnings("serial")
class ConformanceTest {

  private static final boolean[] P = {true, true, false, true, false, false, false, true};
  private static final boolean[] T = {true, false, false, true, true, true, false, true};
  private static final boolean[] NONE = new boolean[8];

  private static final float[] PROBABILITIES = {0.9f, 0.1f, 0.75f, 0.5f, 0.25f};
  private static final float[] TRUTHS = {1, 0, 1, 1, 0};

  private static final Overlap COUNTS = new Overlap(3, 4, 5, 8);
  private static final Overlap WRONG = new Overlap(3, 4, 6, 8);

  @Test
  void aRightEvaluatorPasses() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      boolean[] p = new boolean[random.nextInt(50)];
      boolean[] t = new boolean[p.length];
      float[] soft = new float[p.length];
      float[] truths = new float[p.length];
      for (int i = 0; i < p.length; i++) {
        p[i] = random.nextBoolean();
        t[i] = random.nextBoolean();
        soft[i] = random.nextFloat() - 0.25f;
        truths[i] = random.nextInt(2);
      }
      assertThatCode(
              () -> {
                Conformance.check(new SlowEvaluator(), p, t);
                Conformance.check(new SlowSoftEvaluator(), soft, truths);
              })
          .as("seed %d, round %d", seed, round)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void rightAboutEmptyMasksAndNaN() {
    Conformance.check(new SlowEvaluator(), NONE, NONE);
    Conformance.check(new SlowEvaluator(), new boolean[0], new boolean[0]);
    Conformance.check(
        new SlowEvaluator() {
          @Override
          public EmptyMasks emptyMasks() {
            return EmptyMasks.NAN;
          }
        },
        NONE,
        NONE);
    Conformance.check(new SlowSoftEvaluator(), new float[] {0.7f, Float.NaN}, new float[] {1, 0});
    Conformance.check(
        new SlowSoftEvaluator(), new float[] {Float.POSITIVE_INFINITY}, new float[] {1});
  }

  private static void assertFails(SlowEvaluator evaluator, String message) {
    assertFails(evaluator, P, T, message);
  }

  private static void assertFails(
      SlowEvaluator evaluator, boolean[] p, boolean[] t, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Conformance.check(evaluator, p, t))
        .withMessage(message);
  }

  private static void assertFails(SlowSoftEvaluator evaluator, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Conformance.check(evaluator, PROBABILITIES, TRUTHS))
        .withMessageMatching(message);
  }

  @Test
  void wrongCounts() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public Overlap overlap(boolean[] prediction, boolean[] truth) {
            return WRONG;
          }
        },
        "overlap is " + WRONG + ", the reference is " + COUNTS);
  }

  @Test
  void wrongCountsInParallel() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public Overlap overlapParallel(boolean[] prediction, boolean[] truth) {
            return WRONG;
          }
        },
        "overlapParallel is " + WRONG + ", the reference is " + COUNTS);
  }

  @Test
  void wrongClasses() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public ClassOverlaps overlaps(boolean[] prediction, boolean[] truth) {
            return ClassOverlaps.of(COUNTS, COUNTS);
          }
        },
        "overlaps is %s, the reference is %s"
            .formatted(ClassOverlaps.of(COUNTS, COUNTS), ClassOverlaps.of(COUNTS)));
  }

  @Test
  void wrongPairs() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public Overlap[][] pairwise(
              List<? extends boolean[]> predictions, List<? extends boolean[]> truths) {
            return new Overlap[][] {{WRONG}};
          }
        },
        "pairwise is " + WRONG + ", the reference is " + COUNTS);
  }

  @Test
  void wrongDice() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public double dice(boolean[] prediction, boolean[] truth) {
            return Math.nextUp(super.dice(prediction, truth));
          }
        },
        "dice is %s, the reference is %s".formatted(Math.nextUp(2.0 / 3), 2.0 / 3));
  }

  @Test
  void wrongDiceOfEmptyMasks() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public double dice(boolean[] prediction, boolean[] truth) {
            return overlap(prediction, truth).dice();
          }

          @Override
          public EmptyMasks emptyMasks() {
            return EmptyMasks.ZERO;
          }
        },
        NONE,
        NONE,
        "dice is 1.0, the reference is 0.0");
  }

  @Test
  void wrongLoss() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public double diceLoss(boolean[] prediction, boolean[] truth) {
            return 0.25;
          }
        },
        "diceLoss is 0.25, the reference is " + (1 - 2.0 / 3) + " ± 4.0E-6");
  }

  @Test
  void aLossThatIsNotANumber() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public double diceLoss(boolean[] prediction, boolean[] truth) {
            return Double.NaN;
          }
        },
        "diceLoss is NaN, the reference is " + (1 - 2.0 / 3) + " ± 4.0E-6");
  }

  @Test
  void wrongLossOfABatch() {
    assertFails(
        new SlowEvaluator() {
          @Override
          public SoftOverlap[] lossSums(boolean[] prediction, boolean[] truth) {
            return new SoftOverlap[] {new SoftOverlap(1, 1, 1, 1)};
          }
        },
        "diceLoss of a batch of one is 0.0, the reference is " + (1 - 2.0 / 3) + " ± 4.0E-6");
  }

  @Test
  void wrongOtherLoss() {
    StandardLoss other = StandardLoss.dice().withSmoothing(1, 1);
    assertFails(
        new SlowEvaluator() {
          @Override
          public double diceLoss(boolean[] prediction, boolean[] truth, OverlapLoss loss) {
            return super.diceLoss(prediction, truth, loss()); // not the one that is asked for
          }
        },
        "diceLoss with %s is %s, the reference is %s ± 4.0E-6"
            .formatted(other, 1 - 2.0 / 3, 1 - 7.0 / 10));
  }

  @Test
  void wrongSoftSums() {
    record Sums(SoftOverlap sums, String message) {}
    SoftOverlap right = new SlowSoftEvaluator().softOverlap(PROBABILITIES, TRUTHS);
    double i = right.intersection();
    double p = right.prediction();
    double t = right.truth();
    long n = right.pixels();
    for (Sums wrong :
        List.of(
            new Sums(new SoftOverlap(i * 1.00001, p, t, n), "softOverlap.intersection is 2\\.15.*"),
            new Sums(new SoftOverlap(i, p * 1.00001, t, n), "softOverlap.prediction is 2\\.50.*"),
            new Sums(new SoftOverlap(i, p, t * 1.00001, n), "softOverlap.truth is 3\\.0000.*"),
            new Sums(new SoftOverlap(i, p, t, n + 1), "softOverlap.pixels is 6.* is 5"),
            new Sums(new SoftOverlap(Double.NaN, p, t, n), "softOverlap.intersection is NaN.*"))) {
      assertFails(
          new SlowSoftEvaluator() {
            @Override
            public SoftOverlap softOverlap(float[] prediction, float[] truth) {
              return wrong.sums();
            }
          },
          wrong.message());
    }
  }

  @Test
  void wrongSoftSumsByClass() {
    assertFails(
        new SlowSoftEvaluator() {
          @Override
          public SoftOverlap[] softOverlaps(float[] prediction, float[] truth) {
            return new SoftOverlap[] {SoftOverlap.NONE};
          }
        },
        "softOverlaps\\[0\\].pixels is 0, the reference is 5");
    assertFails(
        new SlowSoftEvaluator() {
          @Override
          public SoftOverlap[] softOverlaps(float[] prediction, float[] truth) {
            return new SoftOverlap[2];
          }
        },
        "softOverlaps.length is 2, the reference is 1");
  }

  @Test
  void wrongSweeps() {
    assertFails(
        new SlowSoftEvaluator() {
          @Override
          public Overlap[] sweep(float[] prediction, float[] truth, float... thresholds) {
            return new Overlap[0];
          }
        },
        "sweep.length is 0, the reference is 6");
    assertFails(
        new SlowSoftEvaluator() {
          @Override
          public Overlap[] sweep(float[] prediction, float[] truth, float... thresholds) {
            Overlap[] overlaps = super.sweep(prediction, truth, thresholds);
            Arrays.fill(overlaps, overlap(prediction, truth));
            return overlaps;
          }
        },
        "sweep at 1.0 is Overlap.intersection=2, .*, the reference is Overlap.intersection=0, .*");
  }

  @Test
  void aSweepThatCountsValuesAtAThreshold() {
    assertFails(
        new SlowSoftEvaluator() {
          @Override
          public Overlap[] sweep(float[] prediction, float[] truth, float... thresholds) {
            float[] lower = new float[thresholds.length];
            for (int k = 0; k < lower.length; k++) {
              lower[k] = Math.nextDown(thresholds[k]);
            }
            return super.sweep(prediction, truth, lower);
          }
        },
        "sweep at 0\\..* is .*");
  }

  @Test
  void aLossOfCountsWhereItIsOfProbabilities() {
    assertFails(
        new SlowSoftEvaluator() {
          @Override
          public double diceLoss(float[] prediction, float[] truth) {
            return loss().value(SoftOverlap.of(overlap(prediction, truth)));
          }
        },
        "diceLoss is 0\\.19.*, the reference is 0\\.21.* ± 4.0E-6");
  }

  @Test
  void roundingIsAllowed() {
    SlowSoftEvaluator rounding =
        new SlowSoftEvaluator() {
          @Override
          public SoftOverlap softOverlap(float[] prediction, float[] truth) {
            SoftOverlap right = super.softOverlap(prediction, truth);
            return new SoftOverlap(
                right.intersection() * (1 + 5e-7),
                right.prediction() * (1 - 5e-7),
                right.truth() * (1 + 5e-7),
                right.pixels());
          }
        };
    Conformance.check(rounding, PROBABILITIES, TRUTHS);
    // A truth without foreground has magnitudes as well.
    Conformance.check(rounding, PROBABILITIES, new float[] {0.25f, 0, 0.4f, 0.1f, 0.1f});
  }
}
