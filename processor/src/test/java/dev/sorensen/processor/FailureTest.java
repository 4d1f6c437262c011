package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.processor.declared.Message;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is said when no evaluator can be written, through no fault of the user's code. */
class FailureTest {

  private final Source lung =
      Source.inPackageA(
          """
          @Deprecated
          @SegmentationMask
          public record Lung(@Pixels byte[] labels) {}
          """);
  private final Source liver =
      Source.inPackageA("@SegmentationMask\npublic record Liver(@Pixels byte[] labels) {}\n");

  @Test
  @Reports(Message.WRITE_FAILED)
  void aFileThatCannotBeWritten() {
    WatchedProcessor processor =
        new WatchedProcessor(
            type -> {
              if (type.equals("a.LungDice")) {
                throw new IOException("no space left");
              }
            });
    assertThat(Problem.allOf(Build.RELEASE_25.compile(processor, lung, liver)))
        .containsExactly(
            error(
                lung,
                "record Lung",
                "[SorensenWriteFailed] The evaluator of Lung could not be written:"
                    + " java.io.IOException: no space left."));
    assertThat(processor.created()).containsExactly("a.LiverDice");
  }

  @Test
  @Reports(Message.WRITE_FAILED)
  void aBenchmarkThatCannotBeWritten() {
    WatchedProcessor processor =
        new WatchedProcessor(
            type -> {
              if (type.equals("a.LiverDiceBenchmark")) {
                throw new IOException("no space left");
              }
            });
    Build build = Build.RELEASE_25.with("-Asorensen.benchmarks=true");
    assertThat(Problem.allOf(build.compile(processor, liver)))
        .containsExactly(
            error(
                liver,
                "record Liver",
                "[SorensenWriteFailed] The benchmark of Liver could not be written:"
                    + " java.io.IOException: no space left."));
    assertThat(processor.created()).containsExactly("a.LiverDice");
  }

  @Test
  @Reports(Message.INTERNAL)
  void aMistakeInTheProcessor() {
    WatchedProcessor processor =
        new WatchedProcessor(
            type -> {
              if (type.equals("a.LungDice")) {
                throw new IllegalStateException("a test");
              }
            });
    assertThat(Problem.allOf(Build.RELEASE_25.compile(processor, lung, liver)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.text())
                  .startsWith(
                      "[SorensenInternal] Sorensen failed on Lung. This is a mistake in the"
                          + " processor, please report it with this trace:"
                          + " java.lang.IllegalStateException: a test")
                  .contains("at dev.sorensen.processor.SorensenProcessor");
              assertThat(problem).isEqualTo(error(lung, "record Lung", problem.text()));
            });
    assertThat(processor.created()).containsExactly("a.LiverDice");
  }
}
