package dev.sorensen.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.examples.quickstart.OverlapCurve.Point;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The curves are those of the formulas, and the README's picture shows them. */
final class OverlapCurveTest {

  private static final Path PICTURE = Path.of("dice-and-loss.svg");
  private static final String REWRITE =
      "to draw it anew: mvn test -pl runtime,processor,examples/quickstart"
          + " -Dsorensen.goldens=write";

  @Test
  void equalMasksOverlapByTheirDice() {
    List<Point> points = OverlapCurve.points();
    assertThat(points).hasSize(OverlapCurve.SIDE + 1);
    for (Point point : points) {
      // 2 · overlap · size / (size + size)
      assertThat(point.dice()).isEqualTo(point.overlap());
      // But for the smoothing, 1e-5 beside 800 pixels.
      assertThat(point.loss()).isCloseTo(1 - point.dice(), within(1e-7));
    }
  }

  @Test
  void thePictureIsUpToDate() throws IOException {
    String found = CurvePicture.of(OverlapCurve.points());
    if ("write".equals(System.getProperty("sorensen.goldens"))) {
      Files.writeString(PICTURE, found, UTF_8);
    }
    assertThat(PICTURE).as(REWRITE).usingCharset(UTF_8).hasContent(found);
  }

  @Test
  void thePictureIsTheSameInEveryCountry() {
    String expected = CurvePicture.of(OverlapCurve.points());
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(CurvePicture.of(OverlapCurve.points())).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void thePictureIsXml() throws Exception {
    String svg = CurvePicture.of(OverlapCurve.points());
    assertThat(
            DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)))
                .getDocumentElement()
                .getLocalName())
        .isEqualTo("svg");
  }
}
