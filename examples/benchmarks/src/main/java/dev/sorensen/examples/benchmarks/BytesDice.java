package dev.sorensen.examples.benchmarks;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** The Dice coefficient of two masks of bytes, 0 and 255 as ImageJ and OpenCV have them. */
@Workload(kernel = "bytes, non-zero", bytesPerPixel = 2)
public class BytesDice extends ByteMasks {

  private static final MethodHandle PLAIN = Integers.masks("bytes_dice_plain");
  private static final MethodHandle AVX2 = Integers.masks("bytes_dice_avx2");
  private static final MethodHandle AVX512 = Integers.masks("bytes_dice_avx512");

  private LungBytes prediction;
  private LungBytes truth;

  @Override
  byte[] pixels(BitSet mask, Extents extents) {
    return Phantoms.bytes(mask, extents);
  }

  /** Makes the masks. */
  @Override
  @Setup
  public void setUp() {
    super.setUp();
    prediction = new LungBytes(a);
    truth = new LungBytes(b);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return LungBytesDice.dice(prediction, truth);
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
      boolean inA = a[i] != 0;
      boolean inB = b[i] != 0;
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
      boolean inA = imageJA.get(i) != 0;
      boolean inB = imageJB.get(i) != 0;
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
      boolean inA = cursorA.next().get() != 0;
      boolean inB = cursorB.next().get() != 0;
      intersection += inA && inB ? 1 : 0;
      sum += (inA ? 1 : 0) + (inB ? 1 : 0);
    }
    return Scores.dice(intersection, sum);
  }

  /** OpenCV's whole-image operations, by one thread and into images that are there already. */
  @Benchmark
  public double openCv() {
    return openCvMasks().dice();
  }

  /** What a C compiler makes of the plain loop. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bytes_dice_plain")
  public double cPlain() throws Throwable {
    return (double) PLAIN.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** Vectors of 32 bytes. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bytes_dice_avx2")
  public double cIntrinsics() throws Throwable {
    return (double) AVX2.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** Vectors of 64 bytes. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bytes_dice_avx512")
  public double cAvx512() throws Throwable {
    return (double) AVX512.invokeExact(segmentA, segmentB, (long) a.length);
  }
}
