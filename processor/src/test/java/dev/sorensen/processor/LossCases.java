package dev.sorensen.processor;

import dev.sorensen.processor.LossMasks.Prediction;
import dev.sorensen.processor.LossMasks.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Losses that other libraries computed, and how many have no counterpart here, by reason. */
final class LossCases {

  private final List<LossCase> cases = new ArrayList<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  void add(LossCase one) {
    cases.add(one);
  }

  void addAll(LossCases others) {
    cases.addAll(others.cases);
    others.leftOut.forEach((reason, count) -> leftOut.merge(reason, count, Integer::sum));
  }

  /** Returns some of the cases. */
  LossCases only(Predicate<LossCase> wanted) {
    LossCases some = new LossCases();
    cases.stream().filter(wanted).forEach(some::add);
    return some;
  }

  void leaveOut(String reason) {
    leftOut.merge(reason, 1, Integer::sum);
  }

  Map<String, Integer> leftOut() {
    return leftOut;
  }

  int size() {
    return cases.size();
  }

  /**
   * Compares evaluators of floats and of doubles with all cases, with the truth given in all ways.
   *
   * @return how many cases had their truth given in each of the ways
   */
  Map<Truth, Integer> check() {
    Set<Prediction> types = new LinkedHashSet<>();
    for (LossCase each : cases) {
      types.add(each.type(false));
      types.add(each.type(true));
    }
    LossMasks masks = LossMasks.compile(types);
    Map<Truth, Integer> checked = new TreeMap<>();
    for (LossCase each : cases) {
      for (Truth truth : each.truths()) {
        each.check(masks, false, truth);
        each.check(masks, true, truth);
        checked.merge(truth, 1, Integer::sum);
      }
    }
    return checked;
  }
}
