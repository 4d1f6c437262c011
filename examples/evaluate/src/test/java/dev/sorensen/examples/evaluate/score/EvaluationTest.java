package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.cases.Case;
import dev.sorensen.examples.evaluate.cases.Source;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Volumes;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EvaluationTest {

  private static Case one(int number, Source.Reader prediction) {
    return new Case(
        "case " + number,
        new Source("prediction " + number, prediction),
        new Source("truth " + number, () -> Volumes.ofBytes(0, 1)));
  }

  private static Settings settings(int jobs) {
    return new Settings(jobs, 0.5, Set.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void keepsTheOrderAndAllCases(int jobs) throws InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      cases.add(
          one(
              i,
              () -> {
                if (number % 10 == 7) {
                  throw new InputException("bad " + number);
                }
                return Volumes.ofBytes(number % 2, 1);
              }));
    }
    List<Outcome> told = Collections.synchronizedList(new ArrayList<>());

    List<Outcome> outcomes = Evaluation.run(cases, settings(jobs), told::add);

    assertThat(told).containsExactlyInAnyOrderElementsOf(outcomes);
    for (int i = 0; i < 50; i++) {
      assertThat(outcomes.get(i).name()).isEqualTo("case " + i);
      assertThat(outcomes.get(i).problem().isPresent()).isEqualTo(i % 10 == 7);
    }
  }

  @Test
  void saysThatShapesDiffer() throws InterruptedException {
    List<Outcome> outcomes =
        Evaluation.run(List.of(one(1, () -> Volumes.ofBytes(1, 1, 1))), settings(1), done -> {});

    assertThat(outcomes.getFirst().problem())
        .contains("prediction 1: its shape is 3, expected 2 as in truth 1");
  }

  @Test
  void survivesACaseThatDoesNotFit() throws InterruptedException {
    List<Case> cases =
        List.of(
            one(
                1,
                () -> {
                  throw new OutOfMemoryError("of a test");
                }),
            one(2, () -> Volumes.ofBytes(0, 1)));

    List<Outcome> outcomes = Evaluation.run(cases, settings(1), done -> {});

    assertThat(outcomes.get(0).problem())
        .contains(
            "prediction 1: it needs more memory; give Java more with -Xmx, or use fewer --jobs");
    assertThat(outcomes.get(1).problem()).isEmpty();
  }

  @Test
  void survivesADefect() throws InterruptedException {
    List<Case> cases =
        List.of(
            one(
                1,
                () -> {
                  throw new IllegalStateException("of a test");
                }),
            one(2, () -> Volumes.ofBytes(0, 1)));

    List<Outcome> outcomes = Evaluation.run(cases, settings(1), done -> {});

    assertThat(outcomes.get(0).problem().orElseThrow())
        .startsWith(
            "prediction 1: this program has a defect, please report it:"
                + " java.lang.IllegalStateException: of a test at "
                + EvaluationTest.class.getName());
    assertThat(outcomes.get(1).problem()).isEmpty();
  }

  /** However many cases there are, they need the memory of those that are scored at a time. */
  @Test
  void keepsNoSegmentation() throws InterruptedException {
    List<WeakReference<Segmentation>> read = Collections.synchronizedList(new ArrayList<>());
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      cases.add(
          one(
              i,
              () -> {
                Segmentation volume = Volumes.ofBytes(0, 1);
                read.add(new WeakReference<>(volume));
                return volume;
              }));
    }
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();

    List<Outcome> outcomes =
        Evaluation.run(
            cases,
            new Settings(1, 0.5, Set.of(Extra.values())),
            outcome -> {
              if (done.incrementAndGet() % 25 == 0) {
                System.gc();
                int alive = (int) read.stream().filter(r -> r.get() != null).count();
                most.accumulateAndGet(alive, Math::max);
              }
            });

    assertThat(outcomes).hasSize(100);
    assertThat(read).hasSize(100);
    // Those of the case that is being scored, which may be on the stack yet.
    assertThat(most.get()).isBetween(0, 2);
  }
}
