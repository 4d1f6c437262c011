package dev.sorensen.examples.evaluate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.ObjectCount;
import dev.sorensen.examples.evaluate.score.Outcome;
import dev.sorensen.examples.evaluate.score.Summary;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes scores as JSON: the cases, and what they have in common. A ratio of 0 to 0 is null. */
public final class JsonReport {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).build();

  private JsonReport() {}

  /** Writes them. */
  public static void write(List<Outcome> outcomes, Writer out) throws IOException {
    try (JsonGenerator json = JSON.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      write(outcomes, json, (outcome, node) -> {});
    }
  }

  /**
   * Writes them one case after another, so that the memory of one is needed.
   *
   * @param more adds to what is written of an outcome
   */
  static void write(
      List<Outcome> outcomes, JsonGenerator json, BiConsumer<Outcome, ObjectNode> more)
      throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("cases");
    for (Outcome outcome : outcomes) {
      ObjectNode node = JSON.createObjectNode();
      add(node, outcome);
      more.accept(outcome, node);
      JSON.writeTree(json, node);
    }
    json.writeEndArray();
    if (outcomes.stream().anyMatch(outcome -> outcome.scored().isPresent())) {
      json.writeFieldName("summary");
      JSON.writeTree(json, tree(Summary.of(outcomes)));
    }
    json.writeEndObject();
  }

  private static ObjectNode tree(Summary summary) {
    ObjectNode node = JSON.createObjectNode();
    add(node.putObject("foreground"), summary.foreground());
    addObjects(node, summary.predictedObjects(), summary.trueObjects());
    ObjectNode labels = node.putObject("labels");
    summary
        .labels()
        .forEach(
            (label, spread) ->
                add(named(labels.putObject(label.toString()), summary.names().get(label)), spread));
    return node;
  }

  private static ObjectNode named(ObjectNode node, @Nullable String name) {
    return name == null ? node : node.put("name", name);
  }

  private static void add(ObjectNode node, Outcome outcome) {
    node.put("case", outcome.name());
    node.put("prediction", outcome.prediction());
    node.put("truth", outcome.truth());
    outcome.problem().ifPresent(problem -> node.put("error", problem));
    outcome
        .scored()
        .ifPresent(
            scored -> {
              ArrayNode shape = node.putArray("shape");
              scored.shape().dimensions().forEach(shape::add);
              node.put("prediction_type", scored.prediction().type());
              node.put("truth_type", scored.truth().type());
              addObjects(node, scored.prediction().objects(), scored.truth().objects());
              node.put("threshold", scored.threshold());
              add(node.putObject("foreground"), scored.scores().foreground());
              ObjectNode labels = node.putObject("labels");
              scored
                  .scores()
                  .labels()
                  .forEach(
                      (label, overlap) ->
                          add(
                              named(
                                  labels.putObject(label.toString()),
                                  scored.scores().names().get(label)),
                              overlap));
              scored
                  .scores()
                  .withoutLabels()
                  .ifPresent(reason -> node.put("labels_not_scored", reason));
              node.put("verified", scored.isVerified());
              scored.warning().ifPresent(warning -> node.put("warning", warning));
            });
  }

  private static void addObjects(
      ObjectNode node, Optional<ObjectCount> predicted, Optional<ObjectCount> actual) {
    predicted.ifPresent(count -> add(node.putObject("prediction_objects"), count));
    actual.ifPresent(count -> add(node.putObject("truth_objects"), count));
  }

  private static void add(ObjectNode node, ObjectCount count) {
    node.put("objects", count.objects());
    node.put("voxels", count.voxels());
  }

  private static void add(ObjectNode node, Overlap overlap) {
    Metrics.of(overlap).forEach((metric, value) -> put(node, metric, value));
  }

  private static void add(ObjectNode node, Summary.Spread spread) {
    put(node, "cases", spread.cases());
    put(node, "mean", spread.mean());
    put(node, "standard_deviation", spread.standardDeviation());
    put(node, "minimum", spread.minimum());
    put(node, "lower_quartile", spread.lowerQuartile());
    put(node, "median", spread.median());
    put(node, "upper_quartile", spread.upperQuartile());
    put(node, "maximum", spread.maximum());
    put(node, "micro", spread.micro());
  }

  private static void put(ObjectNode node, String name, Number value) {
    if (value instanceof Double ratio) {
      // There is no NaN in JSON.
      node.put(name, Double.isNaN(ratio) ? null : ratio);
    } else {
      node.put(name, value.longValue());
    }
  }
}
