package dev.sorensen.processor.declared;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * The annotated members of a type and its supertypes, in the order of the source, those of
 * supertypes first.
 *
 * @param pixels members with {@link Pixels}
 * @param extents members with {@link Extent}
 */
record MaskMembers(List<MaskMember> pixels, List<MaskMember> extents) {

  static MaskMembers of(TypeElement type, Elements elements) {
    return new MaskMembers(find(type, Pixels.class, elements), find(type, Extent.class, elements));
  }

  List<MaskMember> all() {
    return Stream.concat(pixels.stream(), extents.stream()).toList();
  }

  private static List<MaskMember> find(
      TypeElement type, Class<? extends Annotation> annotation, Elements elements) {
    Map<String, MaskMember> members = new LinkedHashMap<>();
    collect(type, annotation, elements, members);
    return List.copyOf(members.values());
  }

  private static void collect(
      TypeElement type,
      Class<? extends Annotation> annotation,
      Elements elements,
      Map<String, MaskMember> members) {
    for (TypeMirror supertype : supertypes(type)) {
      if (supertype instanceof DeclaredType declared) {
        collect((TypeElement) declared.asElement(), annotation, elements, members);
      }
    }
    for (Element member : members(type)) {
      AnnotationUse.find(member, annotation, elements)
          .map(MaskMember::new)
          .ifPresent(found -> members.put(key(found), found));
    }
  }

  /** A method takes the place of one that it overrides; a field and a method are two members. */
  private static String key(MaskMember member) {
    return member.element().getKind() == ElementKind.FIELD ? member.name() : member.name() + "()";
  }

  /** The members of a type; a record's fields and accessors are its components. */
  private static List<? extends Element> members(TypeElement type) {
    if (type.getKind() != ElementKind.RECORD) {
      return type.getEnclosedElements();
    }
    List<Element> members = new ArrayList<>(type.getRecordComponents());
    for (Element member : type.getEnclosedElements()) {
      boolean ofComponent =
          type.getRecordComponents().stream()
              .anyMatch(component -> component.getSimpleName().equals(member.getSimpleName()));
      if (!ofComponent) {
        members.add(member);
      }
    }
    return members;
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
