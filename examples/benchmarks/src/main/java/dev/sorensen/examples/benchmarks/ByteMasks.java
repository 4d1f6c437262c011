package dev.sorensen.examples.benchmarks;

import ij.process.ByteProcessor;
import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.opencv.core.CvType;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Masks of one byte a pixel, as ours and as peers have them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public abstract class ByteMasks {

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  byte[] a;
  byte[] b;
  MemorySegment segmentA;
  MemorySegment segmentB;
  ByteProcessor imageJA;
  ByteProcessor imageJB;
  ArrayImg<UnsignedByteType, ByteArray> imgLib2A;
  ArrayImg<UnsignedByteType, ByteArray> imgLib2B;
  private Extents extents;
  private OpenCvMasks openCvMasks;

  /** Makes the pixels of a mask. */
  abstract byte[] pixels(BitSet mask, Extents extents);

  /** Makes the masks. */
  @Setup
  public void setUp() {
    extents = Sizes.extents(getClass(), size);
    a = pixels(Phantoms.nearby(extents, 1), extents);
    b = pixels(Phantoms.blobs(extents, 1), extents);
    segmentA = MemorySegment.ofArray(a);
    segmentB = MemorySegment.ofArray(b);
    int width = extents.width();
    int rows = extents.height() * extents.depth();
    imageJA = new ByteProcessor(width, rows, a, null);
    imageJB = new ByteProcessor(width, rows, b, null);
    imgLib2A = ArrayImgs.unsignedBytes(a, width, rows);
    imgLib2B = ArrayImgs.unsignedBytes(b, width, rows);
  }

  /** Returns the masks as OpenCV's images: only its variant loads the library. */
  OpenCvMasks openCvMasks() {
    if (openCvMasks == null) {
      openCvMasks = new OpenCvMasks(extents, CvType.CV_8UC1);
      openCvMasks.a.put(0, 0, a);
      openCvMasks.b.put(0, 0, b);
    }
    return openCvMasks;
  }
}
