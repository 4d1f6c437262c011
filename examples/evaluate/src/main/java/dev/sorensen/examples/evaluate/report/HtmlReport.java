package dev.sorensen.examples.evaluate.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sorensen.examples.evaluate.score.Details;
import dev.sorensen.examples.evaluate.score.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes scores as a page to look at: one file, with all that it needs in it. What cases are called
 * and what files say reaches the page as data alone, which its script shows as text.
 */
public final class HtmlReport {

  private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");

  /** The script's files, each after those that it needs. */
  private static final List<String> SCRIPTS =
      List.of(
          "elements",
          "data",
          "axis",
          "summary",
          "distributions",
          "curve",
          "details",
          "cases",
          "main");

  private HtmlReport() {}

  /** Writes them. */
  public static void write(List<Outcome> outcomes, Writer out) throws IOException {
    String page = resource("report.html");
    String style = resource("report.css");
    StringBuilder script = new StringBuilder();
    for (String part : SCRIPTS) {
      script.append(resource(part + ".js"));
    }
    Matcher part = PART.matcher(page);
    int end = 0;
    while (part.find()) {
      out.append(page, end, part.start());
      switch (part.group(1)) {
        case "style" -> out.write(style);
        case "script" -> out.append(script);
        case "style_hash" -> out.write(hash(style));
        case "script_hash" -> out.write(hash(script.toString()));
        case "data" -> writeData(outcomes, out);
        default -> throw new IllegalStateException("the page has a part " + part.group(1));
      }
      end = part.end();
    }
    out.append(page, end, page.length());
  }

  /** Names a text in the page's policy: a browser runs that alone, whatever else is in the page. */
  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks its part " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void writeData(List<Outcome> outcomes, Writer out) throws IOException {
    // The page goes on after the data.
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = factory.createGenerator(out)) {
      json.setCharacterEscapes(new ScriptEscapes());
      JsonReport.write(
          outcomes,
          json,
          (outcome, node) ->
              outcome
                  .scored()
                  .flatMap(Outcome.Scored::details)
                  .ifPresent(details -> add(node, details)));
    }
  }

  private static void add(ObjectNode node, Details details) {
    if (!details.colours().isEmpty()) {
      ObjectNode colours = node.putObject("label_colours");
      details
          .colours()
          .forEach((label, colour) -> colours.put(label.toString(), "#%06x".formatted(colour)));
    }
    ArrayNode slices = node.putArray("worst_slices");
    for (Details.Slice slice : details.worst()) {
      ObjectNode one = slices.addObject();
      one.put("number", slice.index() + 1);
      Metrics.of(slice.overlap())
          .forEach(
              (metric, value) -> {
                if (Double.isFinite(value.doubleValue())) {
                  one.put(metric, value.doubleValue());
                }
              });
      one.put("other_label", slice.otherLabel());
      one.put("truth_picture", picture(slice.truth()));
      one.put("prediction_picture", picture(slice.prediction()));
      one.put("difference_picture", picture(slice.difference()));
    }
    details
        .curve()
        .ifPresent(
            curve -> {
              ObjectNode points = node.putObject("dice_by_threshold");
              ArrayNode thresholds = points.putArray("thresholds");
              Arrays.stream(curve.thresholds()).forEach(thresholds::add);
              ArrayNode dice = points.putArray("dice");
              Arrays.stream(curve.dice()).forEach(dice::add);
            });
  }

  private static String picture(byte[] png) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }
}
