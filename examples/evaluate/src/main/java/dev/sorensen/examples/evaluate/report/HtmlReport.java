package dev.sorensen.examples.evaluate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sorensen.examples.evaluate.score.Details;
import dev.sorensen.examples.evaluate.score.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes scores as a page to look at: one file, with all that it needs in it. What cases are called
 * and what files say reaches the page as data alone, which its script shows as text.
 */
public final class HtmlReport {

  private static final Pattern PART = Pattern.compile("\\{\\{(\\w+)}}");

  private HtmlReport() {}

  /** Writes them. */
  public static void write(List<Outcome> outcomes, Writer out) throws IOException {
    Map<String, String> parts =
        Map.of(
            "style", resource("report.css"),
            "script", resource("report.js"),
            "data", data(outcomes));
    String page = resource("report.html");
    Matcher matcher = PART.matcher(page);
    int end = 0;
    while (matcher.find()) {
      out.append(page, end, matcher.start()).append(parts.get(matcher.group(1)));
      end = matcher.end();
    }
    out.append(page, end, page.length());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the program lacks its part " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String data(List<Outcome> outcomes) throws JsonProcessingException {
    ObjectNode root = JsonReport.tree(outcomes);
    for (int i = 0; i < outcomes.size(); i++) {
      ObjectNode node = (ObjectNode) root.get("cases").get(i);
      outcomes
          .get(i)
          .scored()
          .flatMap(Outcome.Scored::details)
          .ifPresent(details -> add(node, details));
    }
    // No name can end the element that the data is in.
    return JsonMapper.builder().build().writeValueAsString(root).replace("<", "\\u003c");
  }

  private static void add(ObjectNode node, Details details) {
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
