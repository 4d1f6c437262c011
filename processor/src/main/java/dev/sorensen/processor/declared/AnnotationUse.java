package dev.sorensen.processor.declared;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** An annotation where it stands, with its values. */
final class AnnotationUse {

  private final Element element;
  private final AnnotationMirror mirror;
  private final Elements elements;
  private final @Nullable AnnotationUse instead;

  private AnnotationUse(
      Element element,
      AnnotationMirror mirror,
      Elements elements,
      @Nullable AnnotationUse instead) {
    this.element = element;
    this.mirror = mirror;
    this.elements = elements;
    this.instead = instead;
  }

  static Optional<AnnotationUse> find(
      Element element, Class<? extends Annotation> annotation, Elements elements) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation.getName())) {
        return Optional.of(new AnnotationUse(element, mirror, elements, null));
      }
    }
    return Optional.empty();
  }

  /** Returns this annotation, shown at another if there is no source of this. */
  AnnotationUse orShownAt(AnnotationUse other) {
    return isFromSource(element, elements)
        ? this
        : new AnnotationUse(element, mirror, elements, other);
  }

  /** Returns whether an element is compiled now, and not read from a class file. */
  static boolean isFromSource(Element element, Elements elements) {
    try {
      return elements.getFileObjectOf(element).getKind() == JavaFileObject.Kind.SOURCE;
    } catch (UnsupportedOperationException e) {
      return true; // not every compiler can tell
    }
  }

  /** Returns where messages about it belong. */
  AnnotationUse shown() {
    return instead == null ? this : instead;
  }

  Element element() {
    return element;
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  /** Returns what the user wrote for an attribute, or null where it has its default. */
  @Nullable AnnotationValue explicit(String attribute) {
    return find(mirror.getElementValues(), attribute);
  }

  boolean isExplicit(String attribute) {
    return explicit(attribute) != null;
  }

  int integer(String attribute) {
    return (Integer) value(attribute);
  }

  double number(String attribute) {
    return (Double) value(attribute);
  }

  /** Returns the numbers of an attribute that is an array of them. */
  List<Double> numbers(String attribute) {
    List<?> values = (List<?>) value(attribute);
    return values.stream().map(value -> (Double) ((AnnotationValue) value).getValue()).toList();
  }

  boolean bool(String attribute) {
    return (Boolean) value(attribute);
  }

  <E extends Enum<E>> E constant(Class<E> type, String attribute) {
    return Enum.valueOf(type, ((VariableElement) value(attribute)).getSimpleName().toString());
  }

  /** Returns the types of an attribute that is a list of classes. */
  List<TypeMirror> types(String attribute) {
    List<?> values = (List<?>) value(attribute);
    return values.stream().map(value -> (TypeMirror) ((AnnotationValue) value).getValue()).toList();
  }

  /**
   * Returns whether each value that the user wrote is of its type. Where one is not, javac has said
   * so already.
   */
  boolean wellFormed() {
    return mirror.getElementValues().entrySet().stream()
        .allMatch(entry -> isWellFormed(entry.getValue()));
  }

  private static boolean isWellFormed(AnnotationValue value) {
    return switch (value.getValue()) {
      case List<?> values ->
          values.stream().allMatch(element -> isWellFormed((AnnotationValue) element));
      case TypeMirror type -> type.getKind() != TypeKind.ERROR;
      case Object other -> {
        boolean isError = "<error>".equals(other);
        yield !isError;
      }
    };
  }

  private Object value(String attribute) {
    AnnotationValue value = find(elements.getElementValuesWithDefaults(mirror), attribute);
    if (value == null) {
      throw new IllegalStateException(mirror + " has no " + attribute);
    }
    return value.getValue();
  }

  private static @Nullable AnnotationValue find(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values, String attribute) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(attribute)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
