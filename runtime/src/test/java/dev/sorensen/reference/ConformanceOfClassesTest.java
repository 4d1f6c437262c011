package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each evaluator of several classes but the first ones has one mistake, which must be named. */
@SuppressWarnings("serial")
class ConformanceOfClassesTest {

  private static final float NAN = Float.NaN;

  /** Six pixels: classes 1, 0 (a tie with 1), 2, 2, 1 (beside NaN) and 2. */
  private static final float[] LOGITS = {
    -1, 2, 0, 1, 0.5f, 0, //
    3, 2, 0, 0, 1, 1, //
    0, 1, 4, 2, 0, 2
  };

  private static final byte[] TRUTH = {1, 0, 2, 0, 1, (byte) SlowClassesEvaluator.IGNORED};

  private static final byte[] LABELS = {0, 0, 1, 2, 1, 9, 9};
  private static final byte[] TRUE_LABELS = {0, 1, 1, 1, 0, 0, 9};

  private static float[] withNaN() {
    float[] logits = LOGITS.clone();
    logits[4] = NAN;
    return logits;
  }

  @Test
  void rightEvaluatorsPass() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      int pixels = random.nextInt(40);
      float[] logits = new float[3 * pixels];
      for (int i = 0; i < logits.length; i++) {
        // Of few values, so that some are equal.
        logits[i] = random.nextInt(50) == 0 ? NAN : random.nextInt(-3, 4) / 2f;
      }
      byte[] truth = new byte[pixels];
      byte[] labels = new byte[pixels];
      byte[] trueLabels = new byte[pixels];
      for (int i = 0; i < pixels; i++) {
        truth[i] = (byte) (random.nextInt(5) == 0 ? 255 : random.nextInt(3));
        labels[i] = (byte) (random.nextInt(5) == 0 ? 9 : random.nextInt(3));
        trueLabels[i] = (byte) (random.nextInt(5) == 0 ? 9 : random.nextInt(2));
      }
      assertThatCode(
              () -> {
                Conformance.check(new SlowClassesEvaluator(), logits, truth);
                Conformance.check(new SlowLabelMapEvaluator(), labels, trueLabels);
              })
          .as("seed %d, round %d", seed, round)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void rightAboutPairsWithoutAnyClassAndNaN() {
    Conformance.check(new SlowClassesEvaluator(), withNaN(), TRUTH);
    Conformance.check(new SlowClassesEvaluator(), new float[0], new byte[0]);
    for (EmptyMasks emptyMasks : EmptyMasks.values()) {
      Conformance.check(
          new SlowLabelMapEvaluator() {
            @Override
            public EmptyMasks emptyMasks() {
              return emptyMasks;
            }
          },
          new byte[] {1, 1},
          new byte[] {9, 9});
    }
  }

  @Test
  void rightAboutALossThatIsASum() {
    Conformance.check(
        new SlowClassesEvaluator() {
          @Override
          public OverlapLoss loss() {
            return StandardLoss.dice().withReduction(Reduction.SUM);
          }
        },
        LOGITS,
        TRUTH);
  }

  private static void assertFails(SlowClassesEvaluator evaluator, String message) {
    assertFails(evaluator, LOGITS, message);
  }

  private static void assertFails(SlowClassesEvaluator evaluator, float[] logits, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Conformance.check(evaluator, logits, TRUTH))
        .withMessageMatching(message);
  }

  private static void assertFails(SlowLabelMapEvaluator evaluator, String message) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Conformance.check(evaluator, LABELS, TRUE_LABELS))
        .withMessageMatching(message);
  }

  /** Only the Dice coefficient is right: what follows from the counts is checked after them. */
  private abstract static class WrongCounts extends SlowClassesEvaluator {
    private static final long serialVersionUID = 1L;

    @Override
    public double dice(float[] prediction, byte[] truth) {
      return new SlowClassesEvaluator().dice(prediction, truth);
    }
  }

  @Test
  void theLastOfEqualsWins() {
    assertFails(
        new WrongCounts() {
          @Override
          protected int winner(float[] logits, int pixel, int pixels) {
            int best = 0;
            for (int c = 1; c < CLASSES; c++) {
              best = logits[c * pixels + pixel] >= logits[best * pixels + pixel] ? c : best;
            }
            return best;
          }
        },
        "overlaps is .*, the reference is .*");
  }

  @Test
  void whatIsNotANumberWins() {
    assertFails(
        new WrongCounts() {
          @Override
          protected int winner(float[] logits, int pixel, int pixels) {
            int best = 0;
            for (int c = 1; c < CLASSES; c++) {
              best = logits[c * pixels + pixel] > logits[best * pixels + pixel] ? c : best;
            }
            return best;
          }
        },
        withNaN(),
        "overlaps is .*, the reference is .*");
  }

  @Test
  void ignoredPixelsAreCounted() {
    assertFails(
        new WrongCounts() {
          @Override
          public ClassOverlaps overlaps(float[] prediction, byte[] truth) {
            ClassOverlaps right = super.overlaps(prediction, truth);
            Overlap ignored = new Overlap(0, 0, 0, 1);
            return right.plus(ClassOverlaps.of(ignored, ignored, ignored));
          }
        },
        "overlaps is .*pixels=6.*, the reference is .*pixels=5.*");
  }

  @Test
  void aClassIsMissing() {
    assertFails(
        new WrongCounts() {
          @Override
          public ClassOverlaps overlaps(float[] prediction, byte[] truth) {
            ClassOverlaps right = super.overlaps(prediction, truth);
            return ClassOverlaps.of(right.get(0), right.get(1));
          }
        },
        "overlaps is .*, the reference is .*");
  }

  @Test
  void theDiceCoefficientOfTheCountsOfAllClasses() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public double dice(float[] prediction, byte[] truth) {
            return overlaps(prediction, truth).micro().dice();
          }
        },
        "dice is 0\\.8, the reference is 0\\.77.* ± .*");
  }

  @Test
  void aClassThatDoesNotOccurIsPartOfTheMean() {
    byte[] labels = {0, 1, 1};
    byte[] truth = {0, 0, 1};
    Conformance.check(new SlowLabelMapEvaluator(), labels, truth);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Conformance.check(
                    new SlowLabelMapEvaluator() {
                      @Override
                      public double dice(byte[] prediction, byte[] truth) {
                        ClassOverlaps overlaps = overlaps(prediction, truth);
                        double sum = 0;
                        for (int c = 0; c < CLASSES; c++) {
                          sum += overlaps.get(c).dice();
                        }
                        return sum / CLASSES;
                      }
                    },
                    labels,
                    truth))
        .withMessageMatching("dice is 0\\.77.*, the reference is 0\\.66.* ± .*");
  }

  @Test
  void anotherOrderOfTheMeanIsAllowedButNoMore() {
    Conformance.check(
        new SlowClassesEvaluator() {
          @Override
          public double dice(float[] prediction, byte[] truth) {
            return Math.nextUp(super.dice(prediction, truth));
          }
        },
        LOGITS,
        TRUTH);
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public double dice(float[] prediction, byte[] truth) {
            return super.dice(prediction, truth) * (1 + 1e-14);
          }
        },
        "dice is .*, the reference is .*");
  }

  @Test
  void methodsForOneClassThatReturn() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public Overlap overlap(float[] prediction, byte[] truth) {
            return overlaps(prediction, truth).get(0);
          }
        },
        "overlap of several classes returns, it must throw UnsupportedOperationException");
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public Overlap overlapParallel(float[] prediction, byte[] truth) {
            return overlaps(prediction, truth).micro();
          }
        },
        "overlapParallel of several classes returns.*");
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public Overlap[][] pairwise(
              List<? extends float[]> predictions, List<? extends byte[]> truths) {
            return new Overlap[1][1];
          }
        },
        "pairwise of several classes returns.*");
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public SoftOverlap softOverlap(float[] prediction, byte[] truth) {
            return softOverlaps(prediction, truth)[0];
          }
        },
        "softOverlap of several classes returns.*");
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public Overlap[] sweep(float[] prediction, byte[] truth, float... thresholds) {
            return new Overlap[thresholds.length];
          }
        },
        "sweep of several classes returns.*");
  }

  /** Returns the right sums but for one class, to which something is added. */
  private static SlowClassesEvaluator wrongSums(int c, SoftOverlap added) {
    return new SlowClassesEvaluator() {
      @Override
      public SoftOverlap[] softOverlaps(float[] prediction, byte[] truth) {
        SoftOverlap[] sums = super.softOverlaps(prediction, truth);
        sums[c] = sums[c].plus(added);
        return sums;
      }
    };
  }

  @Test
  void wrongSoftSumsOfOneClass() {
    for (int c = 0; c < 3; c++) {
      String which = "softOverlaps\\[" + c + "\\]";
      assertFails(wrongSums(c, new SoftOverlap(1e-4, 0, 0, 0)), which + "\\.intersection is .*");
      assertFails(wrongSums(c, new SoftOverlap(0, -1e-4, 0, 0)), which + "\\.prediction is .*");
      assertFails(wrongSums(c, new SoftOverlap(0, 0, 1e-4, 0)), which + "\\.truth is .*");
      assertFails(wrongSums(c, new SoftOverlap(0, 0, 0, 1)), which + "\\.pixels is 6.* is 5");
      Conformance.check(wrongSums(c, new SoftOverlap(1e-8, 1e-8, 1e-8, 0)), LOGITS, TRUTH);
    }
  }

  @Test
  void softSumsWithoutTheActivation() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          protected double[] probabilities(float[] logits, int pixel, int pixels) {
            return new double[] {logits[pixel], logits[pixels + pixel], logits[2 * pixels + pixel]};
          }
        },
        "softOverlaps\\[0\\]\\.intersection is .*");
  }

  @Test
  void theActivationOfEachClassByItself() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          protected double[] probabilities(float[] logits, int pixel, int pixels) {
            double[] sigmoids = new double[CLASSES];
            for (int c = 0; c < CLASSES; c++) {
              sigmoids[c] = 1 / (1 + Math.exp(-logits[c * pixels + pixel]));
            }
            return sigmoids;
          }
        },
        "softOverlaps\\[0\\]\\.intersection is .*");
  }

  @Test
  void whatIsNotANumberBesideTheTruthSpoilsTheIntersection() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public SoftOverlap[] softOverlaps(float[] prediction, byte[] truth) {
            SoftOverlap[] sums = super.softOverlaps(prediction, truth);
            for (int c = 0; c < CLASSES; c++) {
              // As 0 · NaN does.
              double spoiled = sums[c].intersection() + 0 * sums[c].prediction();
              sums[c] =
                  new SoftOverlap(spoiled, sums[c].prediction(), sums[c].truth(), sums[c].pixels());
            }
            return sums;
          }
        },
        withNaN(),
        "softOverlaps\\[0\\]\\.intersection is NaN, the reference is .*");
  }

  @Test
  void softSumsOfTooFewClasses() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public SoftOverlap[] softOverlaps(float[] prediction, byte[] truth) {
            return new SoftOverlap[] {super.softOverlaps(prediction, truth)[0]};
          }
        },
        "softOverlaps\\.length is 1, the reference is 3");
  }

  @Test
  void theLossOfOneClassOrOfTheirSum() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public double diceLoss(float[] prediction, byte[] truth) {
            return loss().value(softOverlaps(prediction, truth)[0]);
          }
        },
        "diceLoss is .*, the reference is .* ± 4.0E-6");
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public double diceLoss(float[] prediction, byte[] truth) {
            return 3 * super.diceLoss(prediction, truth);
          }
        },
        "diceLoss is .*, the reference is .* ± 4.0E-6");
  }

  @Test
  void theMeanWhereTheLossIsTheSum() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public OverlapLoss loss() {
            return StandardLoss.dice().withReduction(Reduction.SUM);
          }

          @Override
          public double diceLoss(float[] prediction, byte[] truth) {
            return diceLoss(prediction, truth, StandardLoss.dice());
          }
        },
        "diceLoss is .*, the reference is .* ± 1\\.2.*E-5");
  }

  @Test
  void theLossOfABatchOfOtherSums() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public SoftOverlap[] lossSums(float[] prediction, byte[] truth) {
            return new SoftOverlap[] {softOverlaps(prediction, truth)[1]};
          }
        },
        "diceLoss of a batch of one is .*, the reference is .*");
    assertFails(
        new SlowLabelMapEvaluator() {
          @Override
          public SoftOverlap[] lossSums(byte[] prediction, byte[] truth) {
            return new SoftOverlap[] {SoftOverlap.of(overlaps(prediction, truth).micro())};
          }

          @Override
          public double diceLoss(byte[] prediction, byte[] truth) {
            return 1 - dice(prediction, truth);
          }
        },
        "diceLoss of a batch of one is .*, the reference is .*");
  }

  @Test
  void theDeclaredLossForAnother() {
    assertFails(
        new SlowClassesEvaluator() {
          @Override
          public double diceLoss(float[] prediction, byte[] truth, OverlapLoss loss) {
            return super.diceLoss(prediction, truth, loss());
          }
        },
        "diceLoss with .* is .*, the reference is .*");
    assertFails(
        new SlowLabelMapEvaluator() {
          @Override
          public double diceLoss(byte[] prediction, byte[] truth, OverlapLoss loss) {
            return super.diceLoss(prediction, truth, loss());
          }
        },
        "diceLoss with .* is .*, the reference is .*");
  }

  @Test
  void aLossOfLabelsThatIsNotOneMinusDice() {
    assertFails(
        new SlowLabelMapEvaluator() {
          @Override
          public double diceLoss(byte[] prediction, byte[] truth) {
            return diceLoss(prediction, truth, StandardLoss.dice().withSmoothing(0.01, 0.01));
          }
        },
        "diceLoss is .*, the reference is .*");
  }

  @Test
  void anIgnoredPredictionIsTakenForClassZero() {
    assertFails(
        new SlowLabelMapEvaluator() {
          @Override
          public ClassOverlaps overlaps(byte[] prediction, byte[] truth) {
            byte[] cleared = prediction.clone();
            for (int i = 0; i < cleared.length; i++) {
              cleared[i] = cleared[i] == IGNORED ? 0 : cleared[i];
            }
            return super.overlaps(cleared, truth);
          }

          @Override
          public double dice(byte[] prediction, byte[] truth) {
            return new SlowLabelMapEvaluator().dice(prediction, truth);
          }
        },
        "overlaps is .*, the reference is .*");
  }
}
