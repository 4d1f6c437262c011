package dev.sorensen.processor.declared;

import dev.sorensen.processor.model.Member;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.TypeMirror;

/**
 * A member of a mask type that carries an annotation.
 *
 * @param type what is read from it, in the mask type
 */
record MaskMember(AnnotationUse annotation, TypeMirror type) {

  Element element() {
    return annotation.element();
  }

  String name() {
    return element().getSimpleName().toString();
  }

  Member toModel() {
    Member.Access access =
        switch (element()) {
          case RecordComponentElement component -> Member.Access.COMPONENT;
          case ExecutableElement method -> Member.Access.METHOD;
          default -> Member.Access.FIELD;
        };
    return new Member(name(), access);
  }
}
