package dev.sorensen.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Whole generated sources, compared with files: so that a change of the generator shows what it
 * changes for users. After a wanted change, run with {@code -Dsorensen.goldens=write} and read the
 * difference.
 */
class GoldenTest {

  private static final Path GOLDENS = Path.of("src", "test", "resources", "golden");
  private static final String REWRITE =
      "to write it anew: mvn test -pl runtime,processor -Dsorensen.goldens=write";

  @Test
  void bits() throws IOException {
    assertGolden(
        "LungMaskDice",
        """
        package org.example;

        import dev.sorensen.Extent;
        import dev.sorensen.Pixels;
        import dev.sorensen.SegmentationMask;

        @SegmentationMask
        public record LungMask(@Pixels long[] words, @Extent int width, @Extent int height) {}
        """);
  }

  @Test
  void probabilities() throws IOException {
    assertGolden(
        "LungProbabilitiesDice",
        """
        package org.example;

        import dev.sorensen.DiceLoss;
        import dev.sorensen.Pixels;
        import dev.sorensen.SegmentationMask;

        @SegmentationMask(threshold = 0.4)
        @DiceLoss(smoothNumerator = 0, batch = true)
        public record LungProbabilities(@Pixels float[] values) {}
        """);
  }

  private static void assertGolden(String name, String source) throws IOException {
    String found = Build.STRICT.generated("org.example." + name, Source.of(source));
    Path golden = GOLDENS.resolve(name + ".java.txt");
    if ("write".equals(System.getProperty("sorensen.goldens"))) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, found, UTF_8);
    }
    // Shows the lines that differ, "but was" those of the golden.
    assertThat(golden).as(REWRITE).usingCharset(UTF_8).hasContent(found);
  }
}
