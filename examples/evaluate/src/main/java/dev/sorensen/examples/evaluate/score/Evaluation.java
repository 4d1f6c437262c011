package dev.sorensen.examples.evaluate.score;

import dev.sorensen.IllegalMaskException;
import dev.sorensen.examples.evaluate.cases.Case;
import dev.sorensen.examples.evaluate.input.CommonGrid;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Scores cases, some at a time. Of each only the counts are kept, and what is wrong with one does
 * not keep the others from being scored.
 */
public final class Evaluation {

  /** Says that a file is too large for the heap. */
  public static final String OUT_OF_MEMORY =
      "it needs more memory; give Java more with -Xmx, or use fewer --jobs";

  private Evaluation() {}

  /**
   * Scores cases.
   *
   * @param done is told of each outcome, by any thread, in any order
   * @return the outcomes, in the order of the cases
   */
  public static List<Outcome> run(List<Case> cases, Settings settings, Consumer<Outcome> done)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(settings.jobs())) {
      List<Future<Outcome>> futures = new ArrayList<>();
      for (Case one : cases) {
        futures.add(
            threads.submit(
                () -> {
                  Outcome outcome = score(one, settings);
                  done.accept(outcome);
                  return outcome;
                }));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Outcome score(Case one, Settings settings) {
    try {
      CommonGrid read =
          CommonGrid.of(one.prediction().reader().read(), one.truth().reader().read());
      Segmentation prediction = read.prediction().above(settings.threshold());
      Segmentation truth = read.truth().above(settings.threshold());
      if (!prediction.shape().equals(truth.shape())) {
        return failed(
            one,
            "%s: its shape is %s, expected %s as in %s"
                .formatted(
                    one.prediction().name(),
                    prediction.shape(),
                    truth.shape(),
                    one.truth().name()));
      }
      Scores scores = Scores.of(prediction, truth);
      if (settings.extras().contains(Extra.VERIFICATION)) {
        Optional<String> problem = Verification.problem(prediction, truth, scores);
        if (problem.isPresent()) {
          return failed(one, one.prediction().name() + ": " + problem.get());
        }
      }
      Outcome.Scored scored =
          new Outcome.Scored(
              truth.shape(),
              Outcome.Kind.of(prediction),
              Outcome.Kind.of(truth),
              settings.threshold(),
              scores,
              settings.extras().contains(Extra.DETAILS)
                  ? Optional.of(Inspection.of(prediction, truth, scores))
                  : Optional.empty(),
              warning(one, prediction, truth),
              settings.extras().contains(Extra.VERIFICATION));
      return outcome(one, Optional.of(scored), Optional.empty());
    } catch (InputException e) {
      return failed(one, e.getMessage());
    } catch (IllegalMaskException e) {
      return failed(one, one.prediction().name() + ": " + e.getMessage());
    } catch (OutOfMemoryError e) {
      return failed(one, one.prediction().name() + ": " + OUT_OF_MEMORY);
    } catch (RuntimeException e) {
      // The other cases are not to be lost.
      return failed(
          one,
          "%s: this program has a defect, please report it: %s at %s"
              .formatted(one.prediction().name(), e, place(e)));
    }
  }

  private static String place(RuntimeException defect) {
    // A compiler may leave it out where many were thrown.
    return Arrays.stream(defect.getStackTrace())
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("an unknown place");
  }

  /** The same numbers of voxels do not make the same grid. */
  private static Optional<String> warning(Case one, Segmentation prediction, Segmentation truth) {
    if (prediction.placement().isEmpty() || truth.placement().isEmpty()) {
      return Optional.empty();
    }
    return prediction
        .placement()
        .get()
        .distance(truth.placement().get(), truth.shape())
        .map(
            distance ->
                String.format(
                    Locale.ROOT,
                    "%s: a corner of its grid lies %.1f mm from where %s has it; their voxels were"
                        + " compared in the order of the files",
                    one.prediction().name(),
                    distance,
                    one.truth().name()));
  }

  private static Outcome failed(Case one, String problem) {
    return outcome(one, Optional.empty(), Optional.of(problem));
  }

  private static Outcome outcome(
      Case one, Optional<Outcome.Scored> scored, Optional<String> problem) {
    return new Outcome(one.name(), one.prediction().name(), one.truth().name(), scored, problem);
  }
}
