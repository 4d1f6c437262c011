package dev.sorensen.examples.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.cases.Case;
import dev.sorensen.examples.evaluate.cases.Source;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.Phantom;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Shape;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.score.Evaluation;
import dev.sorensen.examples.evaluate.score.Extra;
import dev.sorensen.examples.evaluate.score.Outcome;
import dev.sorensen.examples.evaluate.score.Settings;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page with scores: as a file, and in a browser. */
final class HtmlReportTest {

  private static final String COLOURED =
      "[...document.querySelectorAll('.swatch')].every("
          + "s => getComputedStyle(s).backgroundColor !== 'rgba(0, 0, 0, 0)')"
          + " && document.querySelectorAll('.swatch').length === 3";

  private static final String EVIL = "</script><img src=x onerror=alert(1)>";

  @TempDir Path folder;

  private static Case one(String name, Source.Reader prediction, Segmentation truth) {
    return new Case(
        name, new Source("predicted " + name, prediction), new Source("true " + name, () -> truth));
  }

  /** Four cases: of labels, of probabilities, with a name that means harm, and a bad one. */
  private static List<Outcome> outcomes() throws InterruptedException {
    return Evaluation.run(
        List.of(
            one("case 10", Phantom::prediction, Phantom.truth()),
            one("case 9", () -> Volumes.ofDoubles(0.1, 0.4, 0.7, 0.2), Volumes.ofBytes(0, 1, 1, 0)),
            one(
                EVIL,
                () -> Volumes.ofBytes(Shape.of(2, 2), 1, 1, 0, 2),
                Volumes.ofBytes(Shape.of(2, 2), 1, 1, 0, 2)),
            one(
                "broken",
                () -> {
                  throw new InputException("it is broken");
                },
                Phantom.truth())),
        new Settings(1, 0.5, Set.of(Extra.DETAILS)),
        done -> {});
  }

  private static String page(List<Outcome> outcomes) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(outcomes, out);
    return out.toString();
  }

  private Path write(List<Outcome> outcomes) throws IOException {
    return Files.writeString(folder.resolve("report.html"), page(outcomes));
  }

  @Test
  void needsNoNetwork() throws Exception {
    assertThat(page(outcomes()).replace("http://www.w3.org/2000/svg", ""))
        .contains("script-src 'sha256-")
        .doesNotContain("unsafe-inline", "http:", "https:", "src=\"", "url(", "@import", "{{");
  }

  @Test
  void namesAreNoMarkup() throws Exception {
    assertThat(page(outcomes())).doesNotContain("<img").contains("\\u003C/script>\\u003Cimg");
  }

  @Test
  void showsAndSortsCases() throws Exception {
    Path page = write(outcomes());
    try (Browser browser = new Browser()) {
      browser.setWidth(1280);
      browser.open(page);

      assertThat(browser.texts("#tiles .tile strong")).startsWith("3", "1");
      assertThat(browser.texts("#failures li")).containsExactly("broken: it is broken");
      // The worst are first.
      assertThat(browser.texts("tr.case td:first-child"))
          .containsExactly("case 9", "case 10", EVIL);
      browser.find("#cases th:nth-child(1) button").click();
      assertThat(browser.texts("tr.case td:first-child"))
          .endsWith("case 9", "case 10")
          .contains(EVIL);
      assertThat(browser.find("#cases th:nth-child(1)").getDomAttribute("aria-sort"))
          .isEqualTo("ascending");
      browser.find("#cases th:nth-child(3) button").click();
      browser.find("#cases th:nth-child(3) button").click();
      // What has no labels comes last, whichever way.
      assertThat(browser.texts("tr.case td:first-child"))
          .containsExactly(EVIL, "case 10", "case 9");
      browser.assertFits();
      browser.assertQuiet();
    }
  }

  @Test
  void findsCases() throws Exception {
    Path page = write(outcomes());
    try (Browser browser = new Browser()) {
      browser.open(page);

      browser.find("#filter").sendKeys("E 1");

      assertThat(browser.texts("tr.case td:first-child")).containsExactly("case 10");
      assertThat(browser.texts("#shown")).containsExactly("1 of 3");
      browser.assertQuiet();
    }
  }

  @Test
  void opensCases() throws Exception {
    Path page = write(outcomes());
    try (Browser browser = new Browser()) {
      browser.setWidth(1280);
      browser.open(page);

      // By the keyboard, and by the mouse.
      browser.find("tr.case:nth-child(2) button").sendKeys(Keys.ENTER);
      assertThat(browser.texts("tr.details .slice")).hasSize(3);
      assertThat(browser.texts("tr.details .legend li"))
          .containsExactly(
              "agreement",
              "false positive: predicted alone",
              "false negative: missed",
              "another label");
      assertThat((boolean) browser.value(COLOURED)).isTrue();
      assertThat(browser.texts("tr.details tbody th"))
          .containsExactly("foreground", "label 1", "label 2", "label 3");
      assertThat((boolean) browser.value("[...document.images].every(i => i.naturalWidth === 96)"))
          .isTrue();
      assertThat(browser.texts(".curve")).isEmpty();
      browser.find("tr.case:nth-child(2) button").sendKeys(Keys.ENTER);
      assertThat(browser.texts("tr.details")).isEmpty();
      browser.find("tr.case:nth-child(2) button").sendKeys(Keys.ENTER);
      browser.find("tr.details .detail > button").click();
      assertThat(browser.texts("tr.details")).isEmpty();

      browser.find("tr.case:nth-child(1) td:nth-child(2)").click();
      assertThat(browser.texts(".curve text")).contains("best at 0.2: Dice 1.0000");
      browser.assertQuiet();
    }
  }

  @Test
  void opensTheCaseOfADot() throws Exception {
    Path page = write(outcomes());
    try (Browser browser = new Browser()) {
      browser.setWidth(1280);
      browser.open(page);

      browser.value("document.querySelector('.dot').dispatchEvent(new MouseEvent('click'))");

      assertThat(browser.texts("tr.details .files"))
          .singleElement()
          .asString()
          .startsWith("Prediction predicted case 10 (uint8)");
      assertThat(browser.value("document.activeElement.textContent")).isEqualTo("case 10");
      browser.assertQuiet();
    }
  }

  @Test
  void fitsAPhone() throws Exception {
    Path page = write(outcomes());
    try (Browser browser = new Browser()) {
      browser.setWidth(360);
      browser.open(page);
      browser.assertFits();

      browser.value("document.querySelectorAll('tr.case button').forEach(b => b.click())");

      assertThat(browser.texts("tr.details")).hasSize(3);
      browser.assertFits();
      assertThat(
              (boolean)
                  browser.value(
                      "[...document.querySelectorAll('.detail, .detail img, .detail p, .curve')]"
                          + ".every(d => d.getBoundingClientRect().right <= 360)"))
          .isTrue();
      browser.assertQuiet();
    }
  }

  @Test
  void warns() throws Exception {
    Path page =
        write(
            Evaluation.run(
                List.of(one("moved", () -> Volumes.placed(3, 0, 1), Volumes.placed(5, 0, 1))),
                new Settings(1, 0.5, Set.of()),
                done -> {}));
    try (Browser browser = new Browser()) {
      browser.open(page);

      assertThat(browser.texts("#warnings li"))
          .containsExactly(
              "moved: predicted moved: a corner of its grid lies 2.0 mm from where true moved has"
                  + " it; their voxels were compared in the order of the files");
      assertThat(browser.texts("#failures li")).isEmpty();
      browser.assertQuiet();
    }
  }

  @Test
  void showsOneCase() throws Exception {
    Path page = write(outcomes().subList(1, 2));
    try (Browser browser = new Browser()) {
      browser.open(page);

      assertThat(browser.texts("#tiles .tile"))
          .containsExactly(
              "0.6667\nDice, foreground", "0.5000\nJaccard", "1.0000\nprecision", "0.5000\nrecall");
      assertThat(browser.texts("section")).hasSize(2);
      assertThat(browser.texts("tr.details .files"))
          .singleElement()
          .asString()
          .endsWith("4, probabilities above 0.5 are foreground");
      browser.assertFits();
      browser.assertQuiet();
    }
  }

  /** JavaScript has an order of its own for keys that are numbers. */
  @Test
  void showsLabelsInTheirOrder() throws Exception {
    Segmentation volume = Volumes.ofSignedLongs(-3, 20, -10, 3, Long.MAX_VALUE, Long.MIN_VALUE, 0);
    String[] expected = {
      "foreground",
      "label " + Long.MIN_VALUE,
      "label -10",
      "label -3",
      "label 3",
      "label 20",
      "label " + Long.MAX_VALUE
    };
    Path page =
        write(
            Evaluation.run(
                List.of(one("a", () -> volume, volume), one("b", () -> volume, volume)),
                new Settings(1, 0.5, Set.of(Extra.DETAILS)),
                done -> {}));
    try (Browser browser = new Browser()) {
      browser.open(page);
      browser.find("tr.case button").click();

      assertThat(browser.texts("#summary tbody th")).containsExactly(expected);
      assertThat(browser.texts("tr.details tbody th")).containsExactly(expected);
      browser.assertQuiet();
    }
  }

  /** A page of a thousand cases with a hundred labels would have a hundred thousand dots. */
  @Test
  void drawsManyLabelsOnRequest() throws Exception {
    int[] labels = IntStream.range(0, 32).toArray();
    Segmentation volume = Volumes.ofBytes(labels);
    Path page =
        write(
            Evaluation.run(
                List.of(one("a", () -> volume, volume), one("b", () -> volume, volume)),
                new Settings(1, 0.5, Set.of(Extra.VERIFICATION)),
                done -> {}));
    try (Browser browser = new Browser()) {
      browser.open(page);

      assertThat(browser.texts("#distributions figure")).hasSize(12);
      assertThat(browser.texts("#distributions button")).containsExactly("Show 20 more");
      browser.find("#distributions button").click();
      assertThat(browser.texts("#distributions figure")).hasSize(32);
      assertThat(browser.texts("#distributions button")).isEmpty();
      assertThat(browser.find("#about").getText()).contains("Verified: ");
      browser.assertQuiet();
    }
  }

  @Test
  void saysWhyNothingWasScored() throws Exception {
    List<Outcome> failed = outcomes().stream().filter(one -> one.problem().isPresent()).toList();
    Path page = write(failed);
    try (Browser browser = new Browser()) {
      browser.open(page);

      assertThat(browser.texts("section")).hasSize(1);
      browser.assertQuiet();
    }
  }
}
