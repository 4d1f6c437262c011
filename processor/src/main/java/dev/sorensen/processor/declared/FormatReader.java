package dev.sorensen.processor.declared;

import dev.sorensen.Layout;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The layout of a mask type, from the type of its data and the attributes of its annotation. */
final class FormatReader {

  /** The layout that an attribute is for, in the order of the messages. */
  private static final List<Map.Entry<String, Layout>> ATTRIBUTES =
      List.of(
          Map.entry("foreground", Layout.BYTE),
          Map.entry("ignoreLabel", Layout.BYTE),
          Map.entry("threshold", Layout.FLOAT),
          Map.entry("runs", Layout.RLE));

  private final AnnotationUse mask;
  private final Diagnostics diagnostics;

  FormatReader(AnnotationUse mask, Diagnostics diagnostics) {
    this.mask = mask;
    this.diagnostics = diagnostics;
  }

  Optional<Format> read(MaskMember pixels) {
    Optional<ArrayElement> element = element(pixels.type());
    if (element.isEmpty()) {
      diagnostics.report(
          pixels.annotation(),
          Message.PIXELS_TYPE,
          pixels.name(),
          pixels.type(),
          hint(pixels.type()));
      return Optional.empty();
    }
    Layout layout = layout(element.get());
    Layout declared = mask.constant(Layout.class, "layout");
    if (declared != Layout.INFERRED && declared != layout) {
      diagnostics.report(
          mask,
          "layout",
          Message.LAYOUT_TYPE,
          declared,
          array(declared),
          pixels.name(),
          pixels.type());
      return Optional.empty();
    }
    checkAttributes(layout);
    return Optional.of(
        switch (layout) {
          case BIT_PACKED -> new Format.BitPacked();
          case BYTE -> labels();
          case FLOAT -> new Format.Probabilities(threshold());
          case RLE -> new Format.Runs(mask.constant(RunEncoding.class, "runs"));
          case INFERRED -> throw new IllegalStateException("an array has a layout");
        });
  }

  private static Optional<ArrayElement> element(TypeMirror type) {
    if (!(type instanceof ArrayType array)) {
      return Optional.empty();
    }
    return switch (array.getComponentType().getKind()) {
      case LONG -> Optional.of(ArrayElement.LONG);
      case BYTE -> Optional.of(ArrayElement.BYTE);
      case FLOAT -> Optional.of(ArrayElement.FLOAT);
      case INT -> Optional.of(ArrayElement.INT);
      default -> Optional.empty();
    };
  }

  private static String array(Layout layout) {
    return Arrays.stream(ArrayElement.values())
        .filter(element -> layout(element) == layout)
        .map(element -> element.name().toLowerCase(Locale.ROOT) + "[]")
        .findFirst()
        .orElseThrow();
  }

  private static Layout layout(ArrayElement element) {
    return switch (element) {
      case LONG -> Layout.BIT_PACKED;
      case BYTE -> Layout.BYTE;
      case FLOAT -> Layout.FLOAT;
      case INT -> Layout.RLE;
    };
  }

  /** What to do with data of a type that users are likely to have. */
  private static String hint(TypeMirror type) {
    if (!(type instanceof ArrayType array)) {
      return "";
    }
    TypeKind component = array.getComponentType().getKind();
    return switch (component) {
      case ARRAY -> ": flatten it into one array, the rows one after another";
      case BOOLEAN -> ": pack it into the bits of a long[], or store 0 and 1 as bytes";
      case DOUBLE -> ": store probabilities as floats";
      case SHORT, CHAR -> ": store labels as bytes";
      default -> "";
    };
  }

  private void checkAttributes(Layout layout) {
    for (Map.Entry<String, Layout> entry : ATTRIBUTES) {
      String attribute = entry.getKey();
      Layout needed = entry.getValue();
      if (mask.isExplicit(attribute) && needed != layout) {
        diagnostics.report(mask, attribute, Message.ATTRIBUTE_LAYOUT, attribute, needed, layout);
      }
    }
  }

  private Format labels() {
    OptionalInt foreground = label("foreground", SegmentationMask.ANY_NON_ZERO);
    OptionalInt ignoreLabel = label("ignoreLabel", SegmentationMask.NO_LABEL);
    if (foreground.isPresent() && foreground.equals(ignoreLabel)) {
      diagnostics.report(mask, "ignoreLabel", Message.LABEL_IGNORED, foreground.getAsInt());
    }
    return new Format.Labels(foreground, ignoreLabel);
  }

  private OptionalInt label(String attribute, int none) {
    int label = mask.integer(attribute);
    if (label == none) {
      return OptionalInt.empty();
    }
    if (label < 0 || label > 255) {
      diagnostics.report(mask, attribute, Message.LABEL_RANGE, attribute, label);
    }
    return OptionalInt.of(label);
  }

  private double threshold() {
    double threshold = mask.number("threshold");
    if (Double.isNaN(threshold)) {
      diagnostics.report(mask, "threshold", Message.THRESHOLD_NAN);
    }
    return threshold;
  }
}
