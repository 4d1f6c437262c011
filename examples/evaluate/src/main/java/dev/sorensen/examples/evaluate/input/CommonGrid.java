package dev.sorensen.examples.evaluate.input;

import java.util.Optional;

/**
 * A prediction and a truth on one grid. Where a file leaves planes without foreground out, the
 * other says where they are.
 *
 * @param prediction on the grid of the truth, if one can tell
 * @param truth on the grid of the prediction, if one can tell
 */
public record CommonGrid(Segmentation prediction, Segmentation truth) {

  /** Returns the two as they are, or with planes added. */
  public static CommonGrid of(Segmentation prediction, Segmentation truth) throws InputException {
    CommonGrid asTheyAre = new CommonGrid(prediction, truth);
    Optional<Placement> ofPrediction = prediction.placement();
    Optional<Placement> ofTruth = truth.placement();
    boolean isSparse = prediction.sparsePlanes().isPresent() || truth.sparsePlanes().isPresent();
    if (!isSparse
        || ofPrediction.isEmpty()
        || ofTruth.isEmpty()
        || !prediction.shape().plane().equals(truth.shape().plane())) {
      return asTheyAre;
    }
    boolean isSame =
        prediction.shape().equals(truth.shape())
            && ofPrediction.get().distance(ofTruth.get(), truth.shape()).isEmpty();
    return isSame ? asTheyAre : asTheyAre.filled(ofPrediction.get(), ofTruth.get());
  }

  private CommonGrid filled(Placement ofPrediction, Placement ofTruth) throws InputException {
    Placement grid = prediction.sparsePlanes().isPresent() ? ofTruth : ofPrediction;
    if (prediction.sparsePlanes().isPresent() && truth.sparsePlanes().isPresent()) {
      // Who shows fewer planes may show every second alone.
      grid = ofPrediction.isFinerAcross(ofTruth) ? ofPrediction : ofTruth;
    }
    Optional<SparsePlanes.Range> predicted = range(prediction, grid);
    Optional<SparsePlanes.Range> actual = range(truth, grid);
    if (predicted.isEmpty() || actual.isEmpty()) {
      return this;
    }
    SparsePlanes.Range all = predicted.get().with(actual.get());
    boolean isWithin =
        (prediction.sparsePlanes().isPresent() || all.equals(predicted.get()))
            && (truth.sparsePlanes().isPresent() || all.equals(actual.get()));
    if (!isWithin || all.size() > SparsePlanes.MOST) {
      return this;
    }
    Placement moved = grid.movedAcross(all.first());
    int count = (int) all.size();
    return new CommonGrid(fill(prediction, moved, count), fill(truth, moved, count));
  }

  private static Optional<SparsePlanes.Range> range(Segmentation of, Placement grid) {
    return of.sparsePlanes()
        .map(planes -> planes.on(grid))
        .orElseGet(() -> Optional.of(new SparsePlanes.Range(0, of.shape().planes())));
  }

  private static Segmentation fill(Segmentation some, Placement grid, int count)
      throws InputException {
    return some.sparsePlanes().isPresent() ? some.sparsePlanes().get().fill(grid, count) : some;
  }
}
