package dev.sorensen.processor.declared;

import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.MaskType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types that a mask type names as its truths. */
final class TruthTypes {

  private static final String TRUTHS = "truths";

  private final TypeElement type;
  private final Elements elements;
  private final Types types;
  private final AnnotationUse mask;

  TruthTypes(TypeElement type, Elements elements, Types types) {
    this.type = type;
    this.elements = elements;
    this.types = types;
    this.mask = AnnotationUse.find(type, SegmentationMask.class, elements).orElseThrow();
  }

  private List<TypeMirror> declared() {
    return mask.wellFormed() ? mask.types(TRUTHS) : List.of();
  }

  /** Returns those that are masks. */
  List<TypeElement> maskTypes() {
    return declared().stream().flatMap(truth -> maskType(truth).stream()).distinct().toList();
  }

  private Optional<TypeElement> maskType(TypeMirror truth) {
    return truth instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && AnnotationUse.find(element, SegmentationMask.class, elements).isPresent()
        ? Optional.of(element)
        : Optional.empty();
  }

  /** Reports those that are no masks, or that the evaluator cannot read. */
  void check(Diagnostics diagnostics) {
    for (TypeMirror truth : declared()) {
      if (maskType(truth).isEmpty()) {
        diagnostics.report(mask, TRUTHS, Message.TRUTH_NO_MASK, truth);
      }
    }
    PackageElement here = elements.getPackageOf(type);
    for (TypeElement truth : maskTypes()) {
      checkEvaluator(truth, diagnostics);
      invisible(truth, here)
          .ifPresent(
              hidden ->
                  diagnostics.report(
                      mask,
                      TRUTHS,
                      Message.TRUTH_INVISIBLE,
                      truth.getSimpleName(),
                      hidden.getSimpleName(),
                      here));
    }
  }

  /** A truth's evaluator shows it to the reference. */
  private void checkEvaluator(TypeElement truth, Diagnostics diagnostics) {
    String evaluator = MaskReader.typeRef(truth, elements).qualifiedEvaluatorName();
    if (!AnnotationUse.isFromSource(truth, elements)
        && elements.getTypeElement(evaluator) == null) {
      diagnostics.report(
          mask,
          TRUTHS,
          Message.TRUTH_NO_EVALUATOR,
          truth.getSimpleName(),
          evaluator,
          truth.getSimpleName());
    }
  }

  /** What of a truth the package of the prediction does not see. */
  private Optional<Element> invisible(TypeElement truth, PackageElement here) {
    if (elements.getPackageOf(truth).equals(here)) {
      return Optional.empty();
    }
    // Where it is named, a type may be protected and inherited; the evaluator inherits nothing.
    Stream<Element> around =
        Stream.iterate(truth, TypeElement.class::isInstance, Element::getEnclosingElement);
    Stream<Element> members =
        MaskMembers.of(truth, elements, types).all().stream().map(MaskMember::element);
    return Stream.concat(around, members).filter(element -> !isPublic(element)).findFirst();
  }

  private static boolean isPublic(Element element) {
    boolean ofInterface =
        element.getEnclosingElement() != null
            && element.getEnclosingElement().getKind() == ElementKind.INTERFACE;
    return element instanceof RecordComponentElement
        || ofInterface
        || element.getModifiers().contains(Modifier.PUBLIC);
  }

  /** Reports truths that cannot be compared with the prediction, or told apart. */
  void checkPairs(MaskType prediction, List<MaskType> truths, Diagnostics diagnostics) {
    Map<String, MaskType> byName = new HashMap<>();
    for (MaskType truth : truths) {
      int classes = truth.format().classes();
      if (classes != prediction.format().classes()) {
        diagnostics.report(
            mask,
            TRUTHS,
            Message.TRUTH_CLASSES,
            name(truth),
            classes,
            prediction.format().classes());
      }
      MaskType other = byName.putIfAbsent(truth.type().flatName(), truth);
      if (other != null) {
        diagnostics.report(
            mask,
            TRUTHS,
            Message.TRUTH_NAMES,
            other.type().inItsPackage(name(other)),
            truth.type().inItsPackage(name(truth)),
            "against" + truth.type().flatName());
      }
    }
  }

  private static String name(MaskType mask) {
    return String.join(".", mask.type().simpleNames());
  }
}
