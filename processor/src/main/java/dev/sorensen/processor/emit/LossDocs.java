package dev.sorensen.processor.emit;

import dev.sorensen.LossKind;
import dev.sorensen.Reduction;
import dev.sorensen.processor.model.LossSettings;
import dev.sorensen.processor.model.MaskType;
import java.util.Optional;

/** The declared loss in words, in lines that fit a comment. */
final class LossDocs {

  /** What fits on the line that a description begins on. */
  private static final int ROOM = 70;

  private LossDocs() {}

  /** Returns its name and formula, to follow "the". */
  static String formula(MaskType mask) {
    LossKind kind = kind(mask);
    String name = name(kind) + " loss";
    String formula = formula(kind);
    if (mask.format().classes() == 1) {
      return name + (name.length() + formula.length() > ROOM ? ",\n" : ", ") + formula;
    }
    Optional<LossSettings> loss = mask.loss();
    String classes = " over the classes" + (mask.includesBackground() ? "" : " but 0");
    if (kind == LossKind.GENERALIZED_DICE) {
      return name + classes + ",\n" + formula;
    }
    boolean summed = loss.map(LossSettings::reduction).orElse(Reduction.MEAN) == Reduction.SUM;
    boolean weighted = loss.map(LossSettings::weights).filter(w -> !w.isEmpty()).isPresent();
    return name
        + (summed ? ", the sum" : ", the mean")
        + classes
        + (weighted ? " of their weights times\n" : " of\n")
        + formula;
  }

  /** Returns the names of the numbers in the formula that the type declares. */
  static String settings(MaskType mask) {
    return switch (kind(mask)) {
      case DICE, JACCARD, LOG_DICE, LOG_COSH_DICE -> "smoothing nr and dr";
      case TVERSKY -> "&alpha;, &beta;, nr and dr";
      case FOCAL_TVERSKY -> "&alpha;, &beta;, &gamma;, nr and dr";
      case GENERALIZED_DICE -> "weighting w, nr and dr";
    };
  }

  private static LossKind kind(MaskType mask) {
    return mask.loss().map(LossSettings::kind).orElse(LossKind.DICE);
  }

  private static String name(LossKind kind) {
    return switch (kind) {
      case DICE -> "Dice";
      case JACCARD -> "Jaccard";
      case TVERSKY -> "Tversky";
      case FOCAL_TVERSKY -> "focal Tversky";
      case GENERALIZED_DICE -> "generalized Dice";
      case LOG_DICE -> "log Dice";
      case LOG_COSH_DICE -> "log-cosh Dice";
    };
  }

  private static String formula(LossKind kind) {
    String dice = "(2I + nr) / (P + T + dr)";
    String tversky = "1 &minus; (I + nr) / (I + &alpha;(P &minus; I) + &beta;(T &minus; I) + dr)";
    return switch (kind) {
      case DICE -> "1 &minus; " + dice;
      case JACCARD -> "1 &minus; (2I + nr) / (2(P + T &minus; I) + dr)";
      case TVERSKY -> tversky;
      case FOCAL_TVERSKY -> "the power &gamma; of\n" + tversky;
      case GENERALIZED_DICE -> "1 &minus; (2 &Sigma; wI + nr) / (&Sigma; w(P + T) + dr)";
      case LOG_DICE -> "&minus;log(" + dice + ")";
      case LOG_COSH_DICE -> "log(cosh(1 &minus; " + dice + "))";
    };
  }
}
