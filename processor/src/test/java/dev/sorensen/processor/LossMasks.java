package dev.sorensen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sorensen.Activation;
import dev.sorensen.Form;
import dev.sorensen.SoftDiceEvaluator;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mask types that are written as they are needed, and compiled with the processor as a user's are.
 */
final class LossMasks {

  /** A type of predictions. It is compared with every {@link Truth} of as many classes. */
  record Prediction(boolean floats, Activation activation, Form form, int classes) {

    String typeName() {
      return "%s_%s_%s_%d".formatted(floats ? "FLOATS" : "DOUBLES", activation, form, classes);
    }

    Source source() {
      String truths =
          Arrays.stream(Truth.values())
              .map(truth -> truth.typeName(classes) + ".class")
              .collect(Collectors.joining(", "));
      return Source.inPackageA(
          """
          @DiceLoss(form = Form.%s)
          @SegmentationMask(classes = %d, activation = Activation.%s, truths = {%s})
          public record %s(@Pixels %s data) {}
          """
              .formatted(
                  form, classes, activation, truths, typeName(), floats ? "float[]" : "double[]"));
    }

    /** Returns a mask's data. */
    Object data(double[] values) {
      return floats ? toFloats(values) : values;
    }
  }

  /** A kind of truths: label maps, without and with a label to ignore, and planes. */
  enum Truth {
    LABELS("byte[]", ""),
    IGNORING_LABELS("byte[]", ", ignoreLabel = " + IGNORED),
    DOUBLE_PLANES("double[]", ""),
    FLOAT_PLANES("float[]", "");

    private final String data;
    private final String attributes;

    Truth(String data, String attributes) {
      this.data = data;
      this.attributes = attributes;
    }

    boolean isOfLabels() {
      return data.equals("byte[]");
    }

    String typeName(int classes) {
      return name() + "_" + classes;
    }

    Source source(int classes) {
      return Source.inPackageA(
          """
          @SegmentationMask(classes = %d%s)
          public record %s(@Pixels %s data) {}
          """
              .formatted(classes, attributes, typeName(classes), data));
    }
  }

  /** The label that {@link Truth#IGNORING_LABELS} ignores. */
  static final int IGNORED = 255;

  private final CompiledClasses classes;

  private LossMasks(CompiledClasses classes) {
    this.classes = classes;
  }

  static LossMasks compile(Collection<Prediction> types) {
    Set<Source> sources = new LinkedHashSet<>();
    for (Prediction type : types) {
      sources.add(type.source());
      for (Truth truth : Truth.values()) {
        sources.add(truth.source(type.classes()));
      }
    }
    Compilation compilation = Build.RELEASE_25.compile(sources.toArray(new Source[0]));
    assertThat(Problem.allOf(compilation)).isEmpty();
    return new LossMasks(new CompiledClasses(compilation));
  }

  @SuppressWarnings("unchecked")
  SoftDiceEvaluator<Object, Object, Object> evaluator(Prediction type, Truth truth) {
    try {
      return (SoftDiceEvaluator<Object, Object, Object>)
          load(type.typeName() + "Dice")
              .getMethod("against" + truth.typeName(type.classes()))
              .invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  Object prediction(Prediction type, double[] values) {
    return create(type.typeName(), type.data(values));
  }

  Object truth(Truth truth, int ofClasses, byte[] labels) {
    return create(truth.typeName(ofClasses), labels);
  }

  Object truth(Truth truth, int ofClasses, double[] planes) {
    return create(
        truth.typeName(ofClasses), truth == Truth.FLOAT_PLANES ? toFloats(planes) : planes);
  }

  private Object create(String type, Object data) {
    try {
      return load(type).getConstructors()[0].newInstance(data);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return classes.loadClass("a." + name);
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
