package dev.sorensen.processor.declared;

import dev.sorensen.Activation;
import dev.sorensen.Layout;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.Storage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The layout of a mask type, from the type of its data and the attributes of its annotation. */
final class FormatReader {

  private static final List<Layout> LABELS = List.of(Layout.BYTE, Layout.SHORT);
  private static final List<Layout> PROBABILITIES = List.of(Layout.FLOAT, Layout.DOUBLE);

  /** The layouts that an attribute is for, in the order of the messages. */
  private static final List<Map.Entry<String, List<Layout>>> ATTRIBUTES =
      List.of(
          Map.entry("foreground", LABELS),
          Map.entry("ignoreLabel", LABELS),
          Map.entry("threshold", PROBABILITIES),
          Map.entry("activation", PROBABILITIES),
          Map.entry(
              "classes",
              List.of(Layout.BIT_PACKED, Layout.BYTE, Layout.SHORT, Layout.FLOAT, Layout.DOUBLE)),
          Map.entry("runs", List.of(Layout.RLE)));

  private static final Map<Layout, ArrayElement> ELEMENTS =
      Map.of(
          Layout.BIT_PACKED, ArrayElement.LONG,
          Layout.BYTE, ArrayElement.BYTE,
          Layout.SHORT, ArrayElement.SHORT,
          Layout.FLOAT, ArrayElement.FLOAT,
          Layout.DOUBLE, ArrayElement.DOUBLE,
          Layout.RLE, ArrayElement.INT);

  private static final String SEGMENT = "java.lang.foreign.MemorySegment";

  private final AnnotationUse mask;
  private final Diagnostics diagnostics;

  FormatReader(AnnotationUse mask, Diagnostics diagnostics) {
    this.mask = mask;
    this.diagnostics = diagnostics;
  }

  /** Returns what holds the elements of a mask. */
  static Storage storage(MaskMember pixels) {
    return isSegment(pixels.type()) ? Storage.SEGMENT : Storage.ARRAY;
  }

  private static boolean isSegment(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(SEGMENT);
  }

  Optional<Format> read(MaskMember pixels) {
    Layout declared = mask.constant(Layout.class, "layout");
    boolean segment = isSegment(pixels.type());
    Optional<ArrayElement> element =
        segment ? Optional.ofNullable(ELEMENTS.get(declared)) : element(pixels.type());
    if (element.isEmpty()) {
      if (segment) {
        diagnostics.report(pixels.annotation(), Message.LAYOUT_MISSING, pixels.name());
      } else {
        diagnostics.report(
            pixels.annotation(),
            Message.PIXELS_TYPE,
            pixels.name(),
            pixels.type(),
            hint(pixels.type()));
      }
      return Optional.empty();
    }
    Layout layout = layout(element.get());
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
    int classes = classes(layout);
    return Optional.of(
        switch (layout) {
          case BIT_PACKED -> new Format.BitPacked(classes);
          case BYTE, SHORT -> labels(element.get(), classes);
          case FLOAT, DOUBLE -> probabilities(element.get(), classes);
          case RLE -> new Format.Runs(mask.constant(RunEncoding.class, "runs"));
          case INFERRED -> throw new IllegalStateException("an array has a layout");
        });
  }

  private Format probabilities(ArrayElement element, int classes) {
    Activation activation = activation(classes);
    return new Format.Probabilities(element, classes, threshold(activation), activation);
  }

  private Activation activation(int classes) {
    Activation activation = mask.constant(Activation.class, "activation");
    if (activation == Activation.SOFTMAX && classes == 1) {
      diagnostics.report(mask, "activation", Message.SOFTMAX_ONE_CLASS);
      return Activation.NONE;
    }
    return activation;
  }

  private int classes(Layout layout) {
    int classes = mask.integer("classes");
    int most = layout == Layout.BYTE ? 1 << 8 : 1 << 16;
    if (layout != Layout.RLE && (classes < 1 || classes > most)) {
      diagnostics.report(mask, "classes", Message.CLASSES_RANGE, classes, most, layout);
    }
    return classes;
  }

  private static Optional<ArrayElement> element(TypeMirror type) {
    if (!(type instanceof ArrayType array)) {
      return Optional.empty();
    }
    return switch (array.getComponentType().getKind()) {
      case LONG -> Optional.of(ArrayElement.LONG);
      case BYTE -> Optional.of(ArrayElement.BYTE);
      case SHORT -> Optional.of(ArrayElement.SHORT);
      case FLOAT -> Optional.of(ArrayElement.FLOAT);
      case DOUBLE -> Optional.of(ArrayElement.DOUBLE);
      case INT -> Optional.of(ArrayElement.INT);
      default -> Optional.empty();
    };
  }

  private static String array(Layout layout) {
    return Objects.requireNonNull(ELEMENTS.get(layout)).name().toLowerCase(Locale.ROOT) + "[]";
  }

  private static Layout layout(ArrayElement element) {
    return ELEMENTS.entrySet().stream()
        .filter(entry -> entry.getValue() == element)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
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
      case CHAR -> ": store labels as shorts, which are taken as unsigned";
      default -> "";
    };
  }

  private void checkAttributes(Layout layout) {
    for (Map.Entry<String, List<Layout>> entry : ATTRIBUTES) {
      String attribute = entry.getKey();
      if (mask.isExplicit(attribute) && !entry.getValue().contains(layout)) {
        String needed =
            entry.getValue().stream().map(Layout::name).collect(Collectors.joining(" or "));
        diagnostics.report(mask, attribute, Message.ATTRIBUTE_LAYOUT, attribute, needed, layout);
      }
    }
  }

  private Format labels(ArrayElement element, int classes) {
    int largest = element == ArrayElement.BYTE ? 0xFF : 0xFFFF;
    OptionalInt foreground = label("foreground", SegmentationMask.ANY_NON_ZERO, largest);
    OptionalInt ignoreLabel = label("ignoreLabel", SegmentationMask.NO_LABEL, largest);
    if (foreground.isPresent() && foreground.equals(ignoreLabel)) {
      diagnostics.report(mask, "ignoreLabel", Message.LABEL_IGNORED, foreground.getAsInt());
    }
    if (classes > 1 && foreground.isPresent()) {
      diagnostics.report(mask, "foreground", Message.FOREGROUND_CLASSES, classes);
    }
    return new Format.Labels(element, classes, foreground, ignoreLabel);
  }

  private OptionalInt label(String attribute, int none, int largest) {
    int label = mask.integer(attribute);
    if (label == none) {
      return OptionalInt.empty();
    }
    if (label < 0 || label > largest) {
      diagnostics.report(mask, attribute, Message.LABEL_RANGE, attribute, label, largest);
    }
    return OptionalInt.of(label);
  }

  private double threshold(Activation activation) {
    double threshold = mask.number("threshold");
    if (Double.isNaN(threshold)) {
      diagnostics.report(mask, "threshold", Message.THRESHOLD_NAN);
    } else if (threshold < 0 && activation != Activation.NONE) {
      diagnostics.report(mask, "threshold", Message.THRESHOLD_NEGATIVE, threshold, activation);
    }
    return threshold;
  }
}
