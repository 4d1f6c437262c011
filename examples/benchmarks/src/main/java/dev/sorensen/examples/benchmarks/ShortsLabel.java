package dev.sorensen.examples.benchmarks;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.opencv.core.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The Dice coefficient of one label among others, 16 bits a pixel. */
@Workload(kernel = "shorts, one label", bytesPerPixel = 4)
public class ShortsLabel extends ShortMasks {

  private static final MethodHandle PLAIN = Integers.labels("shorts_label_plain");
  private static final MethodHandle AVX2 = Integers.labels("shorts_label_avx2");
  private static final MethodHandle AVX512 = Integers.labels("shorts_label_avx512");

  private static final int LABEL = LungShortLabel.LABEL;
  private static final Scalar OPEN_CV_LABEL = new Scalar(LABEL);

  private LungShortLabel prediction;
  private LungShortLabel truth;

  @Override
  short[] pixels(BitSet mask, Extents extents) {
    return Phantoms.widened(Phantoms.labelled(mask, extents, LABEL));
  }

  /** Makes the masks. */
  @Override
  @Setup
  public void setUp() {
    super.setUp();
    prediction = new LungShortLabel(a);
    truth = new LungShortLabel(b);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return LungShortLabelDice.dice(prediction, truth);
  }

  /** Loads the pixels. */
  @Benchmark
  public double read() {
    return Reads.shorts(a, b);
  }

  /** The loop that one writes. */
  @Benchmark
  public double plainLoop() {
    long intersection = 0;
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      boolean inA = a[i] == LABEL;
      boolean inB = b[i] == LABEL;
      intersection += inA && inB ? 1 : 0;
      sum += (inA ? 1 : 0) + (inB ? 1 : 0);
    }
    return Scores.dice(intersection, sum);
  }

  /** A loop over the pixels of ImageJ's processors. */
  @Benchmark
  public double imageJ() {
    long intersection = 0;
    long sum = 0;
    int pixels = imageJA.getPixelCount();
    for (int i = 0; i < pixels; i++) {
      boolean inA = imageJA.get(i) == LABEL;
      boolean inB = imageJB.get(i) == LABEL;
      intersection += inA && inB ? 1 : 0;
      sum += (inA ? 1 : 0) + (inB ? 1 : 0);
    }
    return Scores.dice(intersection, sum);
  }

  /** ImgLib2's cursors over both images. */
  @Benchmark
  public double imgLib2() {
    long intersection = 0;
    long sum = 0;
    Cursor<UnsignedShortType> cursorA = imgLib2A.cursor();
    Cursor<UnsignedShortType> cursorB = imgLib2B.cursor();
    while (cursorA.hasNext()) {
      boolean inA = cursorA.next().get() == LABEL;
      boolean inB = cursorB.next().get() == LABEL;
      intersection += inA && inB ? 1 : 0;
      sum += (inA ? 1 : 0) + (inB ? 1 : 0);
    }
    return Scores.dice(intersection, sum);
  }

  /** OpenCV's whole-image operations, by one thread and into images that are there already. */
  @Benchmark
  public double openCv() {
    return openCvMasks().dice(OPEN_CV_LABEL);
  }

  /** What a C compiler makes of the plain loop. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "shorts_label_plain")
  public double cPlain() throws Throwable {
    return (double) PLAIN.invokeExact(segmentA, segmentB, (long) a.length, LABEL);
  }

  /** Vectors of 32 bytes. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "shorts_label_avx2")
  public double cIntrinsics() throws Throwable {
    return (double) AVX2.invokeExact(segmentA, segmentB, (long) a.length, LABEL);
  }

  /** Vectors of 64 bytes. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "shorts_label_avx512")
  public double cAvx512() throws Throwable {
    return (double) AVX512.invokeExact(segmentA, segmentB, (long) a.length, LABEL);
  }
}
