package dev.sorensen.processor.declared;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The annotated members of a type and its supertypes, in the order of the source, those of
 * supertypes first.
 *
 * @param pixels members with {@link Pixels}
 * @param extents members with {@link Extent}
 */
record MaskMembers(List<MaskMember> pixels, List<MaskMember> extents) {

  static MaskMembers of(TypeElement type, Elements elements, Types types) {
    AnnotationUse use = AnnotationUse.find(type, SegmentationMask.class, elements).orElseThrow();
    return new MaskMembers(
        new Collector(type, use, Pixels.class, elements, types).all(),
        new Collector(type, use, Extent.class, elements, types).all());
  }

  List<MaskMember> all() {
    return Stream.concat(pixels.stream(), extents.stream()).toList();
  }

  /** Collects the members of a mask type with one of the annotations. */
  private record Collector(
      TypeElement mask,
      AnnotationUse maskUse,
      Class<? extends Annotation> annotation,
      Elements elements,
      Types types) {

    List<MaskMember> all() {
      Map<String, MaskMember> members = new LinkedHashMap<>();
      collect(mask, members);
      return List.copyOf(members.values());
    }

    private void collect(TypeElement type, Map<String, MaskMember> members) {
      for (TypeMirror supertype : supertypes(type)) {
        if (supertype instanceof DeclaredType declared) {
          collect((TypeElement) declared.asElement(), members);
        }
      }
      for (Element member : members(type)) {
        find(member)
            .map(use -> new MaskMember(use.orShownAt(maskUse), type(member)))
            .ifPresent(found -> members.put(key(member), found));
      }
    }

    private Optional<AnnotationUse> find(Element member) {
      return AnnotationUse.find(member, annotation, elements);
    }

    /** A method takes the place of one that it overrides; a field and a method are two members. */
    private static String key(Element member) {
      return member.getSimpleName() + (member.getKind() == ElementKind.FIELD ? "" : "()");
    }

    /** The type of what is read from a member, with the type arguments that the mask gives. */
    private TypeMirror type(Element member) {
      TypeMirror type =
          mask.equals(member.getEnclosingElement())
              ? member.asType()
              : types.asMemberOf((DeclaredType) mask.asType(), member);
      return type instanceof ExecutableType method ? method.getReturnType() : type;
    }

    /**
     * The members of a type. A record's component stands for its field and its accessor, unless
     * only the accessor is annotated.
     */
    private List<? extends Element> members(TypeElement type) {
      if (type.getKind() != ElementKind.RECORD) {
        return type.getEnclosedElements();
      }
      List<Element> members = new ArrayList<>(type.getRecordComponents());
      for (Element member : type.getEnclosedElements()) {
        if (!isOfComponent(member)) {
          members.add(member);
        }
      }
      return members;
    }

    private boolean isOfComponent(Element member) {
      if (member instanceof ExecutableElement method) {
        RecordComponentElement component = elements.recordComponentFor(method);
        return component != null && find(component).isPresent();
      }
      // Any field that is not static is a component's; components themselves are there already.
      return member instanceof RecordComponentElement
          || (member.getKind() == ElementKind.FIELD
              && !member.getModifiers().contains(Modifier.STATIC));
    }
  }

  static List<TypeMirror> supertypes(TypeElement type) {
    List<TypeMirror> supertypes = new ArrayList<>();
    if (type.getSuperclass().getKind() != TypeKind.NONE) {
      supertypes.add(type.getSuperclass());
    }
    supertypes.addAll(type.getInterfaces());
    return supertypes;
  }
}
