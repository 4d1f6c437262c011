package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.score.Details.Slice;
import dev.sorensen.reference.MaskView;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws planes of a size. Large ones become smaller, and then a pixel has the most telling of what
 * it stands for, so that a thin error does not vanish.
 *
 * @param width of a plane, in voxels
 * @param height of a plane
 */
record PlanePicture(int width, int height) {

  /** The most pixels on a side. */
  private static final int MOST = 512;

  // The larger is the more telling one.
  private static final int BACKGROUND = 0;
  private static final int AGREEMENT = 1;
  private static final int FALSE_POSITIVE = 2;
  private static final int FALSE_NEGATIVE = 3;

  /**
   * Black, light grey, and an orange and a blue that people who see colours otherwise can tell
   * apart: those of Okabe and Ito's palette.
   */
  private static final IndexColorModel DIFFERENCE = palette(0x000000, 0xBBBBBB, 0xE69F00, 0x56B4E9);

  private static final IndexColorModel FOREGROUND = palette(0x000000, 0xFFFFFF);

  private static IndexColorModel palette(int... colours) {
    return new IndexColorModel(
        colours.length == 2 ? 1 : 2, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  /** Returns how many pixels a plane has. */
  long pixels() {
    return (long) width * height;
  }

  /**
   * Draws a plane.
   *
   * @param index of it, in its volume
   * @param prediction the plane alone, as the others
   */
  Slice draw(long index, Overlap overlap, MaskView prediction, MaskView truth) {
    int step = (Math.max(width, height) + MOST - 1) / MOST;
    int columns = (width + step - 1) / step;
    int[] actual = new int[columns * ((height + step - 1) / step)];
    int[] predicted = new int[actual.length];
    int[] differences = new int[actual.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean isActual = truth.foreground((long) y * width + x);
        boolean isPredicted = prediction.foreground((long) y * width + x);
        int pixel = y / step * columns + x / step;
        actual[pixel] |= isActual ? 1 : 0;
        predicted[pixel] |= isPredicted ? 1 : 0;
        differences[pixel] = Math.max(differences[pixel], difference(isPredicted, isActual));
      }
    }
    return new Slice(
        index,
        overlap,
        png(FOREGROUND, columns, actual),
        png(FOREGROUND, columns, predicted),
        png(DIFFERENCE, columns, differences));
  }

  private static int difference(boolean isPredicted, boolean isActual) {
    if (isPredicted == isActual) {
      return isActual ? AGREEMENT : BACKGROUND;
    }
    return isPredicted ? FALSE_POSITIVE : FALSE_NEGATIVE;
  }

  private static byte[] png(IndexColorModel palette, int columns, int[] pixels) {
    int rows = pixels.length / columns;
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setPixels(0, 0, columns, rows, pixels);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // A stream of its own: ImageIO would write a temporary file for each picture.
    try (ImageOutputStream pictures = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", pictures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
