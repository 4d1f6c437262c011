package dev.sorensen.examples.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * PyTorch, called through DJL, on one thread: as all other variants are. What an operation returns
 * is new memory, as in Python.
 */
final class Torch {

  private static final float SMOOTHING = (float) SoftDice.SMOOTHING;

  private static final Engine ENGINE = start();

  /** Owns what the benchmarks keep. */
  static final NDManager MANAGER = NDManager.newBaseManager();

  /** The number of each class, in a column. */
  private static final NDArray CLASSES =
      MANAGER
          .arange(ClassLabels.CLASSES)
          .toType(DataType.INT8, true)
          .reshape(ClassLabels.CLASSES, 1);

  private Torch() {}

  private static Engine start() {
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Engine engine = Engine.getEngine("PyTorch");
    if (JniUtils.getNumThreads() != 1) {
      throw new IllegalStateException("PyTorch has " + JniUtils.getNumThreads() + " threads");
    }
    return engine;
  }

  static NDArray bytes(byte[] values) {
    return MANAGER.create(ByteBuffer.wrap(values), new Shape(values.length), DataType.INT8);
  }

  /** Returns bits as 0 and 1, for PyTorch has no packed bits. */
  static NDArray bits(long[] words, int pixels) {
    float[] values = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      values[i] = words[i >>> 6] >>> i & 1;
    }
    return MANAGER.create(values);
  }

  /** Returns 1 where a label is 1, and 0 elsewhere. */
  static NDArray isOne(NDArray labels) {
    return labels.eq(1).toType(DataType.FLOAT32, false);
  }

  /**
   * Returns a plane for each class, with 1 where a label is that class: by comparison, which is
   * faster than PyTorch's one_hot, whose classes lie beside each other.
   */
  static NDArray oneHot(NDArray labels) {
    return labels.expandDims(0).eq(CLASSES).toType(DataType.FLOAT32, false);
  }

  /** Returns the Dice loss of probabilities. */
  static NDArray loss(NDArray p, NDArray t) {
    return loss(p.mul(t).sum(), p.sum(), t.sum());
  }

  /** Returns the mean Dice loss of classes, a plane each. */
  static NDArray meanLoss(NDArray p, NDArray t) {
    int[] pixels = {1};
    return loss(p.mul(t).sum(pixels), p.sum(pixels), t.sum(pixels)).mean();
  }

  private static NDArray loss(NDArray intersection, NDArray prediction, NDArray truth) {
    NDArray fraction = intersection.mul(2).add(SMOOTHING).div(prediction.add(truth).add(SMOOTHING));
    return fraction.neg().add(1);
  }

  /** Returns a number, and frees what was made for it. */
  static double value(Supplier<NDArray> calculation) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return calculation.get().toType(DataType.FLOAT64, false).getDouble();
    }
  }

  /** The gradient of a loss, which stays in PyTorch's memory until the next one. */
  static final class Gradient {

    private NDArray last;

    /** Goes forward to a loss and back from it. */
    FloatBuffer of(NDArray prediction, UnaryOperator<NDArray> loss) {
      if (last != null) {
        last.close();
      }
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        // The same memory in a new leaf: a leaf would add this gradient to its last one.
        NDArray leaf = prediction.stopGradient();
        leaf.setRequiresGradient(true);
        try (GradientCollector collector = ENGINE.newGradientCollector()) {
          collector.backward(loss.apply(leaf));
        }
        last = leaf.getGradient();
        NDScope.unregister(last);
      }
      return last.toByteBuffer(true).asFloatBuffer();
    }
  }
}
