package dev.sorensen.processor.model;

import dev.sorensen.ClassWeighting;
import dev.sorensen.Form;
import dev.sorensen.LossKind;
import dev.sorensen.Reduction;
import java.util.List;

/** The attributes of a {@link dev.sorensen.DiceLoss}, checked. */
public record LossSettings(
    LossKind kind,
    Form form,
    double smoothNumerator,
    double smoothDenominator,
    double alpha,
    double beta,
    double gamma,
    ClassWeighting classWeighting,
    List<Double> weights,
    boolean includeBackground,
    boolean batch,
    Reduction reduction) {

  /** Copies the weights. */
  public LossSettings {
    weights = List.copyOf(weights);
  }
}
