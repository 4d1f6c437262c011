package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.ConformanceCases.Case;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The losses of {@link StandardLoss}, with sums and gradients that are made here by plain loops,
 * are those of MONAI.
 */
class LossConformanceTest {

  @Test
  void randomCases() throws IOException {
    List<Case> cases = ConformanceCases.random();
    assertThat(cases).hasSizeGreaterThan(200);
    cases.forEach(LossConformanceTest::check);
  }

  @Test
  void everyCombinationOfOptions() throws IOException {
    List<Case> cases = ConformanceCases.factorial();
    assertThat(cases).hasSizeGreaterThan(1000);
    cases.forEach(LossConformanceTest::check);
  }

  private static void check(Case each) {
    double[][][] p = activated(each);
    SoftOverlap[][] sums = sums(p, each);
    double[] found =
        each.reduced()
            ? new double[] {each.loss().evaluate(sums).value()}
            : Arrays.stream(each.loss().unreduced(sums)).flatMapToDouble(Arrays::stream).toArray();
    assertThat(found).as("%s", each).hasSameSizeAs(each.expected());
    for (int i = 0; i < found.length; i++) {
      double expected = each.expected()[i];
      assertNear(each + ", loss " + i, expected, each.tolerance().ofValue(expected), found[i]);
    }
    double[] gradient = each.gradient();
    if (gradient != null) {
      double[] ours = gradient(p, sums, each);
      assertThat(ours).as("%s", each).hasSameSizeAs(gradient);
      for (int i = 0; i < ours.length; i++) {
        double tolerance = each.tolerance().ofGradient(gradient[i]);
        assertNear(each + ", gradient " + i, gradient[i], tolerance, ours[i]);
      }
    }
  }

  private static void assertNear(String as, double expected, double tolerance, double found) {
    if (Double.isFinite(expected)) {
      assertThat(found).as(as).isCloseTo(expected, within(tolerance));
    } else {
      assertThat(found).as(as).isEqualTo(Double.valueOf(expected));
    }
  }

  private static double[][][] activated(Case each) {
    double[][][] x = each.prediction();
    double[][][] p = new double[x.length][x[0].length][x[0][0].length];
    for (int b = 0; b < p.length; b++) {
      for (int i = 0; i < p[b][0].length; i++) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] values : x[b]) {
          largest = Math.max(largest, values[i]);
        }
        double powers = 0;
        for (double[] values : x[b]) {
          powers += Math.exp(values[i] - largest);
        }
        for (int c = 0; c < p[b].length; c++) {
          p[b][c][i] =
              switch (each.activation()) {
                case "sigmoid" -> 1 / (1 + Math.exp(-x[b][c][i]));
                case "softmax" -> Math.exp(x[b][c][i] - largest) / powers;
                case "tanh" -> Math.tanh(x[b][c][i]);
                default -> x[b][c][i];
              };
        }
      }
    }
    return p;
  }

  private static SoftOverlap[][] sums(double[][][] p, Case each) {
    SoftOverlap[][] sums = new SoftOverlap[p.length][p[0].length];
    for (int b = 0; b < p.length; b++) {
      for (int c = 0; c < p[b].length; c++) {
        sums[b][c] = sums(p[b][c], each.truth()[b][c], each.form());
      }
    }
    return sums;
  }

  private static SoftOverlap sums(double[] p, double[] t, Form form) {
    double both = 0;
    double predicted = 0;
    double actual = 0;
    for (int i = 0; i < p.length; i++) {
      both +=
          form == Form.SOFT_LABEL
              ? (Math.abs(p[i]) + Math.abs(t[i]) - Math.abs(p[i] - t[i])) / 2
              : p[i] * t[i];
      predicted += size(p[i], form);
      actual += size(t[i], form);
    }
    return new SoftOverlap(both, predicted, actual, p.length);
  }

  private static double size(double value, Form form) {
    return switch (form) {
      case PRODUCT -> value;
      case SQUARED -> value * value;
      case SOFT_LABEL -> Math.abs(value);
    };
  }

  /** By the values before the activation, sample by sample, class by class. */
  private static double[] gradient(double[][][] p, SoftOverlap[][] sums, Case each) {
    OverlapLoss.Result slopes = each.reduced() ? each.loss().evaluate(sums) : weighed(sums, each);
    int classes = p[0].length;
    int pixels = p[0][0].length;
    double[] gradient = new double[p.length * classes * pixels];
    for (int b = 0; b < p.length; b++) {
      for (int i = 0; i < pixels; i++) {
        double[] byProbability = new double[classes];
        double mean = 0;
        for (int c = 0; c < classes; c++) {
          double ours = p[b][c][i];
          double truth = each.truth()[b][c][i];
          byProbability[c] =
              slopes.byIntersection()[b][c] * intersectionSlope(ours, truth, each.form())
                  + slopes.byPrediction()[b][c] * sizeSlope(ours, each.form());
          mean += byProbability[c] * ours;
        }
        for (int c = 0; c < classes; c++) {
          double ours = p[b][c][i];
          gradient[(b * classes + c) * pixels + i] =
              switch (each.activation()) {
                case "sigmoid" -> byProbability[c] * ours * (1 - ours);
                case "softmax" -> ours * (byProbability[c] - mean);
                case "tanh" -> byProbability[c] * (1 - ours * ours);
                default -> byProbability[c];
              };
        }
      }
    }
    return gradient;
  }

  private static double intersectionSlope(double p, double t, Form form) {
    return form == Form.SOFT_LABEL ? (Math.signum(p) - Math.signum(p - t)) / 2 : t;
  }

  private static double sizeSlope(double p, Form form) {
    return switch (form) {
      case PRODUCT -> 1;
      case SQUARED -> 2 * p;
      case SOFT_LABEL -> Math.signum(p);
    };
  }

  /** The slopes of Σ upstream · loss: those of each loss by itself, added up. */
  private static OverlapLoss.Result weighed(SoftOverlap[][] sums, Case each) {
    int samples = sums.length;
    int classes = sums[0].length;
    double[][] byIntersection = new double[samples][classes];
    double[][] byPrediction = new double[samples][classes];
    double[][] losses = each.loss().unreduced(sums);
    int next = 0;
    for (int row = 0; row < losses.length; row++) {
      for (int k = 0; k < losses[row].length; k++) {
        double upstream = each.upstream()[next++];
        SoftOverlap[][] ofRow = each.loss().batch() ? sums : new SoftOverlap[][] {sums[row]};
        OverlapLoss.Result alone = alone(each.loss(), k, losses[row].length).evaluate(ofRow);
        for (int b = 0; b < ofRow.length; b++) {
          for (int c = 0; c < classes; c++) {
            byIntersection[row + b][c] += upstream * alone.byIntersection()[b][c];
            byPrediction[row + b][c] += upstream * alone.byPrediction()[b][c];
          }
        }
      }
    }
    return new OverlapLoss.Result(Double.NaN, byIntersection, byPrediction);
  }

  /** A loss with a single term of its sum. */
  private static StandardLoss alone(StandardLoss loss, int k, int terms) {
    StandardLoss summed = loss.withReduction(Reduction.SUM);
    if (terms == 1) {
      return summed;
    }
    double[] given = loss.weights();
    double[] weights = new double[terms];
    weights[k] = given.length == 0 ? 1 : given[given.length == 1 ? 0 : k];
    return summed.withWeights(weights);
  }
}
