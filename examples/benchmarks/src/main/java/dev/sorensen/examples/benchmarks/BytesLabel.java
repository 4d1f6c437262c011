package dev.sorensen.examples.benchmarks;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.opencv.core.Scalar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The Dice coefficient of one label among others, one byte a pixel. */
@Workload(kernel = "bytes, one label", bytesPerPixel = 2)
public class BytesLabel extends ByteMasks {

  private static final MethodHandle PLAIN = Integers.labels("bytes_label_plain");
  private static final MethodHandle AVX2 = Integers.labels("bytes_label_avx2");
  private static final MethodHandle AVX512 = Integers.labels("bytes_label_avx512");

  private static final int LABEL = LungByteLabel.LABEL;
  private static final Scalar OPEN_CV_LABEL = new Scalar(LABEL);

  private LungByteLabel prediction;
  private LungByteLabel truth;

  @Override
  byte[] pixels(BitSet mask, Extents extents) {
    return Phantoms.labelled(mask, extents, LABEL);
  }

  /** Makes the masks. */
  @Override
  @Setup
  public void setUp() {
    super.setUp();
    prediction = new LungByteLabel(a);
    truth = new LungByteLabel(b);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return LungByteLabelDice.dice(prediction, truth);
  }

  /** Loads the pixels. */
  @Benchmark
  public double read() {
    return Reads.bytes(a, b);
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
    Cursor<UnsignedByteType> cursorA = imgLib2A.cursor();
    Cursor<UnsignedByteType> cursorB = imgLib2B.cursor();
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
  @CFunction(library = Integers.LIBRARY, symbol = "bytes_label_plain")
  public double cPlain() throws Throwable {
    return (double) PLAIN.invokeExact(segmentA, segmentB, (long) a.length, LABEL);
  }

  /** Vectors of 32 bytes. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bytes_label_avx2")
  public double cIntrinsics() throws Throwable {
    return (double) AVX2.invokeExact(segmentA, segmentB, (long) a.length, LABEL);
  }

  /** Vectors of 64 bytes. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bytes_label_avx512")
  public double cAvx512() throws Throwable {
    return (double) AVX512.invokeExact(segmentA, segmentB, (long) a.length, LABEL);
  }
}
