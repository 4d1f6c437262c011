package dev.sorensen.processor.declared;

import dev.sorensen.ClassWeighting;
import dev.sorensen.Form;
import dev.sorensen.LossKind;
import dev.sorensen.Reduction;
import dev.sorensen.processor.model.LossSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The loss of a mask type, from the attributes of its annotation. */
final class LossReader {

  private static final List<LossKind> TVERSKY = List.of(LossKind.TVERSKY, LossKind.FOCAL_TVERSKY);
  private static final List<LossKind> FOCAL = List.of(LossKind.FOCAL_TVERSKY);
  private static final List<LossKind> GENERALIZED = List.of(LossKind.GENERALIZED_DICE);

  private final AnnotationUse loss;
  private final Diagnostics diagnostics;

  LossReader(AnnotationUse loss, Diagnostics diagnostics) {
    this.loss = loss;
    this.diagnostics = diagnostics;
  }

  /**
   * Returns the settings, whatever is wrong with them.
   *
   * @param classes how many classes the mask has, if that is known
   */
  LossSettings read(Optional<Integer> classes) {
    LossKind kind = loss.constant(LossKind.class, "kind");
    checkAtLeast0("smoothNumerator", loss.number("smoothNumerator"));
    checkAtLeast0("smoothDenominator", loss.number("smoothDenominator"));
    for (String attribute : List.of("alpha", "beta")) {
      if (fits(attribute, TVERSKY, kind)) {
        checkAtLeast0(attribute, loss.number(attribute));
      }
    }
    if (fits("gamma", FOCAL, kind)) {
      checkNumber("gamma", loss.number("gamma"), loss.number("gamma") > 0, "above 0");
    }
    fits("classWeighting", GENERALIZED, kind);
    loss.numbers("weights").forEach(weight -> checkAtLeast0("weights", weight));
    // Fewer than 1 are reported elsewhere.
    classes.filter(known -> known > 0).ifPresent(this::checkClasses);
    return new LossSettings(
        kind,
        loss.constant(Form.class, "form"),
        loss.number("smoothNumerator"),
        loss.number("smoothDenominator"),
        loss.number("alpha"),
        loss.number("beta"),
        loss.number("gamma"),
        loss.constant(ClassWeighting.class, "classWeighting"),
        loss.numbers("weights"),
        loss.bool("includeBackground"),
        loss.bool("batch"),
        loss.constant(Reduction.class, "reduction"));
  }

  /** Reports an attribute that has no meaning for the kind. */
  private boolean fits(String attribute, List<LossKind> kinds, LossKind kind) {
    if (!loss.isExplicit(attribute) || kinds.contains(kind)) {
      return true;
    }
    String needed = kinds.stream().map(LossKind::name).collect(Collectors.joining(" or "));
    diagnostics.report(loss, attribute, Message.LOSS_KIND, attribute, needed, kind);
    return false;
  }

  private void checkAtLeast0(String attribute, double value) {
    checkNumber(attribute, value, value >= 0, "at least 0");
  }

  private void checkNumber(String attribute, double value, boolean inRange, String range) {
    if (!inRange || Double.isInfinite(value)) {
      diagnostics.report(loss, attribute, Message.LOSS_NUMBER, attribute, value, range);
    }
  }

  /** Reports what does not fit the number of classes. */
  private void checkClasses(int classes) {
    boolean withoutBackground = !loss.bool("includeBackground");
    if (classes == 1 && withoutBackground) {
      diagnostics.report(
          loss, "includeBackground", Message.LOSS_ONE_CLASS, "includeBackground = false");
    }
    int weights = loss.numbers("weights").size();
    int taking = withoutBackground ? Math.max(1, classes - 1) : classes;
    if (weights > 0 && taking == 1) {
      diagnostics.report(loss, "weights", Message.LOSS_ONE_CLASS, "weights");
    } else if (weights > 1 && weights != taking) {
      String which = withoutBackground ? ", for the background is left out" : "";
      diagnostics.report(loss, "weights", Message.LOSS_WEIGHTS, weights, taking, which);
    }
  }
}
