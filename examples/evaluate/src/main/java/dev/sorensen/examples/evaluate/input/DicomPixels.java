package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.BitMask;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Map;

/**
 * The pixels of all frames, one after another. Frames of bits follow each other without padding,
 * the first pixel in the lowest bit, as in DICOM PS3.5, 8.1.1: so a frame may begin within a byte.
 *
 * @param data the pixels, in an array
 * @param columns of a frame
 * @param rows of a frame
 * @param bits how many a pixel has: 1, 8 or 16
 */
record DicomPixels(ByteBuffer data, int columns, int rows, int bits) {

  /**
   * Returns the pixels.
   *
   * @throws InputException if there are fewer than there should be
   */
  static DicomPixels of(ByteBuffer data, int columns, int rows, int frames, int bits)
      throws InputException {
    // Columns and rows have 16 bits each, frames 31.
    long pixels = Math.multiplyExact((long) columns * rows, (long) frames);
    long bytes = bits == 1 ? (pixels >>> 3) + ((pixels & 7) == 0 ? 0 : 1) : pixels * (bits / 8);
    if (data.remaining() < bytes || pixels > Long.MAX_VALUE / Short.BYTES) {
      throw new InputException(
          "it has %d bytes of pixels, expected %d for %d x %d pixels of %d bits in %d frames"
              .formatted(data.remaining(), bytes, columns, rows, bits, frames));
    }
    return new DicomPixels(data.slice(), columns, rows, bits);
  }

  private long frameSize() {
    return (long) columns * rows;
  }

  /** Returns the grid of some planes. */
  Shape shape(int planes) {
    return Shape.of(columns, rows, planes);
  }

  /**
   * Returns pixels of one bit: where they are if possible.
   *
   * @param planes the frame of each plane, or -1 for one without foreground
   */
  BitMask bits(int[] planes) {
    long pixels = planes.length * frameSize();
    long bytes = ((pixels + 63) >>> 6) * Long.BYTES;
    long first = planes[0] * frameSize();
    if (isInOrder(planes) && first % 8 == 0 && first / 8 + bytes <= data.remaining()) {
      return new BitMask(MemorySegment.ofBuffer(data).asSlice(first / 8, bytes), pixels);
    }
    long[] words = new long[(int) (bytes / Long.BYTES)];
    addBits(planes, words);
    return new BitMask(MemorySegment.ofArray(words), pixels);
  }

  /** Returns the pixels that are foreground in any of several segments. */
  BitMask anyBits(Collection<int[]> segments, int planes) {
    long pixels = planes * frameSize();
    long[] words = new long[(int) ((pixels + 63) >>> 6)];
    segments.forEach(segment -> addBits(segment, words));
    return new BitMask(MemorySegment.ofArray(words), pixels);
  }

  private static boolean isInOrder(int[] planes) {
    for (int plane = 0; plane < planes.length; plane++) {
      if (planes[0] < 0 || planes[plane] != planes[0] + plane) {
        return false;
      }
    }
    return true;
  }

  private void addBits(int[] planes, long[] words) {
    long size = frameSize();
    for (int plane = 0; plane < planes.length; plane++) {
      for (long done = 0; planes[plane] >= 0 && done < size; done += Long.SIZE) {
        int count = (int) Math.min(Long.SIZE, size - done);
        long word = word(planes[plane] * size + done, count);
        long to = plane * size + done;
        int index = (int) (to >>> 6);
        words[index] |= word << to;
        if ((to & 63) + count > Long.SIZE) {
          words[index + 1] |= word >>> -to;
        }
      }
    }
  }

  /** Returns some bits, 64 at most, in the lowest bits of a word. */
  private long word(long from, int count) {
    int shift = (int) (from & 7);
    int first = (int) (from >>> 3);
    long word = (data.get(first) & 0xFFL) >>> shift;
    for (int i = 1; 8 * i < shift + count; i++) {
      word |= (data.get(first + i) & 0xFFL) << (8 * i - shift);
    }
    return word & -1L >>> -count;
  }

  /**
   * Adds the probabilities of pixels to others: the larger of both remains.
   *
   * @param planes the frame of each plane, or -1 for one without foreground
   * @param most the value that stands for 1
   */
  void addProbabilities(int[] planes, int most, float[] probabilities) {
    int size = (int) frameSize();
    for (int plane = 0; plane < planes.length; plane++) {
      for (int i = 0; planes[plane] >= 0 && i < size; i++) {
        float probability = (data.get(planes[plane] * size + i) & 0xFF) / (float) most;
        int at = plane * size + i;
        probabilities[at] = Math.max(probabilities[at], probability);
      }
    }
  }

  /**
   * Returns pixels that are labels.
   *
   * @param planes the frame of each plane, or -1 for one of background
   * @param names what the labels are called
   */
  Volume labels(int[] planes, Map<Long, String> names) throws InputException {
    VoxelType type = bits == 8 ? VoxelType.UINT8 : VoxelType.UINT16;
    int size = (int) frameSize() * type.bytes();
    byte[] voxels = new byte[VoxelData.bytes(shape(planes.length), type)];
    for (int plane = 0; plane < planes.length; plane++) {
      if (planes[plane] >= 0) {
        data.get(planes[plane] * size, voxels, plane * size, size);
      }
    }
    return new Volume(
        shape(planes.length), type, Scaling.NONE, ByteOrder.LITTLE_ENDIAN, voxels, names);
  }
}
