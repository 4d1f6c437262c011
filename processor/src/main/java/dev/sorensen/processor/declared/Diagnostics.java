package dev.sorensen.processor.declared;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reports messages, and remembers whether any was an error. One for each type. */
public final class Diagnostics {

  private final @Nullable Messager messager;
  private boolean erroneous;

  /** Creates diagnostics without an error. */
  public Diagnostics(Messager messager) {
    this.messager = messager;
  }

  private Diagnostics() {
    this.messager = null;
  }

  /** Returns diagnostics that tell nobody: of what is reported where it is declared. */
  static Diagnostics silent() {
    return new Diagnostics();
  }

  /** Returns whether an error has been reported. */
  public boolean erroneous() {
    return erroneous;
  }

  /** Reports a message that is about no element. */
  public void report(Message message, Object... args) {
    note(message);
    if (messager != null) {
      messager.printMessage(message.kind(), message.format(args));
    }
  }

  /** Reports a message about an element. */
  public void report(Element element, Message message, Object... args) {
    note(message);
    if (messager != null) {
      messager.printMessage(message.kind(), message.format(args), element);
    }
  }

  /** Reports a message about an annotation. */
  void report(AnnotationUse annotation, Message message, Object... args) {
    note(message);
    AnnotationUse shown = annotation.shown();
    if (messager != null) {
      messager.printMessage(message.kind(), message.format(args), shown.element(), shown.mirror());
    }
  }

  /** Reports a message about an attribute of an annotation, or about all of it if it is default. */
  void report(AnnotationUse annotation, String attribute, Message message, Object... args) {
    note(message);
    @Nullable AnnotationValue value = annotation.explicit(attribute);
    if (messager != null) {
      messager.printMessage(
          message.kind(), message.format(args), annotation.element(), annotation.mirror(), value);
    }
  }

  private void note(Message message) {
    erroneous |= message.kind() == Diagnostic.Kind.ERROR;
  }
}
