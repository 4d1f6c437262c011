package dev.sorensen.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which forks run, and in which order.
 *
 * @param kernels a pattern that occurs in the names of the rows to measure
 * @param sizes which sizes to measure
 * @param rounds how often each variant gets a fork
 */
record Plan(Pattern kernels, Predicate<String> sizes, int rounds) {

  /**
   * Returns all forks in order: one of every variant, then the next round, so that whatever changes
   * on the machine during the run meets all variants alike.
   */
  List<Fork> forks(List<Row> rows) {
    List<Fork> round = new ArrayList<>();
    for (Row row : rows) {
      if (!kernels.matcher(row.kernel()).find()) {
        continue;
      }
      for (String size : row.sizes()) {
        if (sizes.test(size)) {
          row.variants().forEach(variant -> round.add(new Fork(row, size, variant)));
        }
      }
    }
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      forks.addAll(round);
    }
    return forks;
  }
}
