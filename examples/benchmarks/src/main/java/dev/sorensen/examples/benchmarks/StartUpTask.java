package dev.sorensen.examples.benchmarks;

import java.util.BitSet;
import java.util.function.DoubleSupplier;

/** Calls of which the first ones are measured, in a JVM of their own. */
enum StartUpTask {
  BITS("bits, Dice") {
    @Override
    DoubleSupplier calls(Extents extents) {
      LungBits prediction = new LungBits(words(Phantoms.nearby(extents, 1), extents), extents);
      LungBits truth = new LungBits(words(Phantoms.blobs(extents, 1), extents), extents);
      return () -> LungBitsDice.dice(prediction, truth);
    }
  },
  BYTES("bytes, Dice") {
    @Override
    DoubleSupplier calls(Extents extents) {
      LungBytes prediction = new LungBytes(Phantoms.bytes(Phantoms.nearby(extents, 1), extents));
      LungBytes truth = new LungBytes(Phantoms.bytes(Phantoms.blobs(extents, 1), extents));
      return () -> LungBytesDice.dice(prediction, truth);
    }
  },
  LABELS("8 classes, Dice") {
    @Override
    DoubleSupplier calls(Extents extents) {
      byte[] labels = Phantoms.noise(extents, EightLabels.CLASSES, 1);
      EightLabels truth = new EightLabels(labels);
      EightLabels prediction =
          new EightLabels(Phantoms.agreeing(labels, EightLabels.CLASSES, 0.8, 2));
      return () -> EightLabelsDice.dice(prediction, truth);
    }
  },
  FLOATS("float × float, Dice loss") {
    @Override
    DoubleSupplier calls(Extents extents) {
      SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
      Probabilities prediction = new Probabilities(phantoms.probabilities());
      Probabilities truth = new Probabilities(phantoms.softTruth());
      return () -> ProbabilitiesDice.diceLoss(prediction, truth);
    }
  },
  SIGMOID("sigmoid × bits, Dice loss") {
    @Override
    DoubleSupplier calls(Extents extents) {
      SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
      Logits prediction = new Logits(phantoms.logits());
      TruthBits truth = new TruthBits(phantoms.bits(), extents.pixels());
      return () -> LogitsDice.diceLoss(prediction, truth);
    }
  },
  GRADIENT("sigmoid × bits, loss and gradient") {
    @Override
    DoubleSupplier calls(Extents extents) {
      SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
      Logits prediction = new Logits(phantoms.logits());
      TruthBits truth = new TruthBits(phantoms.bits(), extents.pixels());
      float[] gradient = new float[extents.pixels()];
      return () -> LogitsDice.lossAndGradient(prediction, truth, gradient);
    }
  },
  SOFTMAX("softmax × 4 labels, loss and gradient") {
    @Override
    DoubleSupplier calls(Extents extents) {
      SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
      float[] planes = phantoms.classLogits();
      ClassLogits prediction = new ClassLogits(planes);
      ClassLabels truth = new ClassLabels(phantoms.labels());
      float[] gradient = new float[planes.length];
      return () -> ClassLogitsDice.lossAndGradient(prediction, truth, gradient);
    }
  };

  /** What the table calls it. */
  final String text;

  StartUpTask(String text) {
    this.text = text;
  }

  /** Returns calls of an evaluator, on masks that are made. */
  abstract DoubleSupplier calls(Extents extents);

  private static long[] words(BitSet mask, Extents extents) {
    return Phantoms.words(mask, extents);
  }
}
