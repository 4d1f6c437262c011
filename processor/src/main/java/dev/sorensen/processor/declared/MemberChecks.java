package dev.sorensen.processor.declared;

import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.Format;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Whether the evaluator can read the annotated members of a type. */
final class MemberChecks {

  private static final Set<TypeKind> ARRAY_ELEMENTS =
      Set.of(
          TypeKind.LONG,
          TypeKind.BYTE,
          TypeKind.SHORT,
          TypeKind.FLOAT,
          TypeKind.DOUBLE,
          TypeKind.INT);
  private static final List<String> DIMENSIONS =
      List.of("width", "height", "depth", "rows", "columns", "cols", "slices", "frames", "size");

  private final TypeElement type;
  private final Elements elements;
  private final Types types;
  private final Diagnostics diagnostics;

  MemberChecks(TypeElement type, Elements elements, Types types, Diagnostics diagnostics) {
    this.type = type;
    this.elements = elements;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Reports what keeps the evaluator from reading a member. */
  void check(MaskMember member) {
    Element element = member.element();
    if (element instanceof RecordComponentElement) {
      return;
    }
    Set<Modifier> modifiers = element.getModifiers();
    if (modifiers.contains(Modifier.STATIC)) {
      diagnostics.report(member.annotation(), Message.MEMBER_STATIC, member.name());
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      diagnostics.report(member.annotation(), Message.MEMBER_PRIVATE, member.name());
    } else if (!modifiers.contains(Modifier.PUBLIC)
        && !packageOf(element).equals(packageOf(type))) {
      diagnostics.report(
          member.annotation(),
          Message.MEMBER_INVISIBLE,
          member.name(),
          packageOf(element),
          packageOf(type));
    } else if (element instanceof ExecutableElement method) {
      check(member, method);
    } else {
      checkNotHidden(member);
    }
  }

  private void checkNotHidden(MaskMember field) {
    Element declaring = Objects.requireNonNull(field.element().getEnclosingElement());
    for (TypeElement below = type; !below.equals(declaring); below = superclass(below)) {
      if (ElementFilter.fieldsIn(below.getEnclosedElements()).stream()
          .anyMatch(other -> other.getSimpleName().contentEquals(field.name()))) {
        AnnotationUse mask =
            AnnotationUse.find(type, SegmentationMask.class, elements).orElseThrow();
        diagnostics.report(
            mask,
            Message.MEMBER_HIDDEN,
            field.name(),
            declaring.getSimpleName(),
            below.getSimpleName());
        return;
      }
    }
  }

  private static TypeElement superclass(TypeElement type) {
    // A field that is not static is of a class, which all between it and the mask extend.
    return (TypeElement) ((DeclaredType) type.getSuperclass()).asElement();
  }

  private void check(MaskMember member, ExecutableElement method) {
    if (!method.getParameters().isEmpty()) {
      diagnostics.report(member.annotation(), Message.MEMBER_PARAMETERS, member.name());
      return;
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (isChecked(thrown, elements, types)) {
        diagnostics.report(member.annotation(), Message.MEMBER_THROWS, member.name(), thrown);
        return;
      }
    }
  }

  /** Returns whether an exception must be caught or declared. */
  static boolean isChecked(TypeMirror thrown, Elements elements, Types types) {
    return Stream.of(RuntimeException.class, Error.class)
        .map(unchecked -> elements.getTypeElement(unchecked.getName()).asType())
        .noneMatch(unchecked -> types.isSubtype(thrown, unchecked));
  }

  private PackageElement packageOf(Element element) {
    return elements.getPackageOf(element);
  }

  /** Returns the one member with the data; reports that there is none, or more than one. */
  Optional<MaskMember> onePixels(AnnotationUse mask, List<MaskMember> pixels) {
    if (pixels.isEmpty()) {
      List<String> candidates =
          unannotated(
              member ->
                  member instanceof ArrayType array
                      && ARRAY_ELEMENTS.contains(array.getComponentType().getKind()));
      diagnostics.report(
          mask,
          Message.PIXELS_MISSING,
          type.getSimpleName(),
          Suggestions.didYouMean("@Pixels on %s", candidates));
      return Optional.empty();
    }
    if (pixels.size() > 1) {
      MaskMember second = pixels.get(1);
      diagnostics.report(
          second.annotation(),
          Message.PIXELS_TWICE,
          type.getSimpleName(),
          pixels.get(0).name(),
          second.name());
      return Optional.empty();
    }
    return Optional.of(pixels.getFirst());
  }

  /** Reports extents of a wrong type, and the lack of extents where a format needs them. */
  void checkExtents(AnnotationUse mask, List<MaskMember> extents, Optional<Format> format) {
    for (MaskMember extent : extents) {
      TypeKind kind = extent.type().getKind();
      if (kind != TypeKind.INT && kind != TypeKind.LONG) {
        diagnostics.report(extent.annotation(), Message.EXTENT_TYPE, extent.name(), extent.type());
      }
    }
    if (extents.isEmpty() && format.isPresent() && !format.get().pixelsFollowFromData()) {
      List<String> candidates =
          unannotated(
                  member -> member.getKind() == TypeKind.INT || member.getKind() == TypeKind.LONG)
              .stream()
              .filter(name -> Suggestions.nearest(dimension(name), DIMENSIONS).isPresent())
              .toList();
      diagnostics.report(
          mask,
          Message.EXTENT_MISSING,
          type.getSimpleName(),
          format.get().layout(),
          Suggestions.didYouMean("@Extent on %s", candidates));
    }
  }

  private static String dimension(String name) {
    return (name.startsWith("get") ? name.substring(3) : name).toLowerCase(java.util.Locale.ROOT);
  }

  /** Names of the type's own members that could carry an annotation. */
  private List<String> unannotated(java.util.function.Predicate<TypeMirror> ofType) {
    return type.getEnclosedElements().stream()
        .filter(member -> !member.getModifiers().contains(Modifier.STATIC))
        .filter(
            member ->
                type.getKind() == ElementKind.RECORD
                    ? member instanceof RecordComponentElement
                    : !member.getModifiers().contains(Modifier.PRIVATE))
        .filter(member -> ofType.test(valueType(member)))
        .map(member -> member.getSimpleName().toString())
        .toList();
  }

  /** The type of what is read from a member; none for what cannot be read. */
  private TypeMirror valueType(Element member) {
    if (member instanceof ExecutableElement method) {
      return method.getParameters().isEmpty()
          ? method.getReturnType()
          : types.getNoType(TypeKind.NONE);
    }
    return member.asType();
  }
}
