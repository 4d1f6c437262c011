package dev.sorensen.examples.evaluate;

import dev.sorensen.examples.evaluate.score.Outcome;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far many cases are: a bar on a terminal, and a line for each case elsewhere. */
interface Progress extends AutoCloseable {

  /** Learns of an outcome, from any thread. */
  void done(Outcome outcome);

  @Override
  void close();

  /** Returns what shows the progress of some cases; of one, nothing. */
  static Progress of(int cases, PrintWriter err) {
    if (cases == 1) {
      return new Silent();
    }
    return System.console() != null && System.console().isTerminal()
        ? new Bar(new ProgressBarBuilder().setTaskName("scored").setInitialMax(cases).build())
        : new Lines(cases, err);
  }

  /** Shows nothing. */
  record Silent() implements Progress {

    @Override
    public void done(Outcome outcome) {}

    @Override
    public void close() {}
  }

  /** Shows a bar. */
  record Bar(ProgressBar bar) implements Progress {

    @Override
    public void done(Outcome outcome) {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** Prints lines. */
  final class Lines implements Progress {

    private final int cases;
    private final PrintWriter err;
    private int count;

    Lines(int cases, PrintWriter err) {
      this.cases = cases;
      this.err = err;
    }

    @Override
    public synchronized void done(Outcome outcome) {
      count++;
      err.printf(
          "%d of %d: %s, %s%n",
          count,
          cases,
          outcome.name(),
          outcome
              .scored()
              .map(scored -> "Dice " + scored.scores().foreground().dice())
              .orElse("failed"));
      err.flush();
    }

    @Override
    public void close() {}
  }
}
