package dev.sorensen.processor.model;

import dev.sorensen.Form;
import dev.sorensen.Reduction;

/** The attributes of a {@link dev.sorensen.DiceLoss}, checked. */
public record LossSettings(
    Form form,
    double smoothNumerator,
    double smoothDenominator,
    boolean batch,
    Reduction reduction) {}
