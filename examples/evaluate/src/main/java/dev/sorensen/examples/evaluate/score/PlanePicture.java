package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Shape;
import dev.sorensen.examples.evaluate.score.Details.Slice;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongToIntFunction;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws planes of a shape. Large ones become smaller, and then a pixel has the most telling of what
 * it stands for, so that a thin error does not vanish.
 *
 * @param shape of a plane
 * @param colours of the labels
 */
record PlanePicture(Shape shape, LabelColours colours) {

  /** The most pixels on a side. */
  private static final int MOST = 512;

  // The larger is the more telling one.
  private static final int BACKGROUND = 0;
  private static final int AGREEMENT = 1;
  private static final int OTHER_LABEL = 2;
  private static final int FALSE_POSITIVE = 3;
  private static final int FALSE_NEGATIVE = 4;

  /**
   * Black, light grey, and a yellow, an orange and a blue that people who see colours otherwise can
   * tell apart: those of Okabe and Ito's palette.
   */
  private static final int[] DIFFERENCES = {0x000000, 0xBBBBBB, 0xF0E442, 0xE69F00, 0x56B4E9};

  private long width() {
    return shape.dimensions().getFirst();
  }

  private long height() {
    return shape.voxels() / width();
  }

  private int step() {
    return Math.toIntExact(Math.ceilDiv(Math.max(width(), height()), (long) MOST));
  }

  /**
   * Draws a plane.
   *
   * @param index of it, in its volume
   * @param prediction the plane alone, as the truth
   */
  Slice draw(long index, Segmentation prediction, Segmentation truth) {
    LongToIntFunction predictedNumbers = colours.numbersOf(prediction);
    LongToIntFunction trueNumbers = colours.numbersOf(truth);
    int step = step();
    int columns = (int) Math.ceilDiv(width(), step);
    int[] actual = new int[columns * (int) Math.ceilDiv(height(), step)];
    int[] predicted = new int[actual.length];
    int[] differences = new int[actual.length];
    long otherLabel = 0;
    for (long y = 0; y < height(); y++) {
      for (long x = 0; x < width(); x++) {
        int p = predictedNumbers.applyAsInt(y * width() + x);
        int t = trueNumbers.applyAsInt(y * width() + x);
        int difference = difference(p, t);
        otherLabel += difference == OTHER_LABEL ? 1 : 0;
        int pixel = (int) (y / step) * columns + (int) (x / step);
        actual[pixel] = Math.max(actual[pixel], colours.index(t));
        predicted[pixel] = Math.max(predicted[pixel], colours.index(p));
        differences[pixel] = Math.max(differences[pixel], difference);
      }
    }
    Overlap overlap = prediction.foreground().overlap(truth.foreground());
    return new Slice(
        index,
        overlap,
        otherLabel,
        png(colours.palette(), columns, actual),
        png(colours.palette(), columns, predicted),
        png(DIFFERENCES, columns, differences));
  }

  private static int difference(int predicted, int actual) {
    if (predicted == actual) {
      return actual == 0 ? BACKGROUND : AGREEMENT;
    }
    if (predicted != 0 && actual != 0) {
      return OTHER_LABEL;
    }
    return predicted != 0 ? FALSE_POSITIVE : FALSE_NEGATIVE;
  }

  private static byte[] png(int[] palette, int columns, int[] pixels) {
    int rows = pixels.length / columns;
    BufferedImage image =
        new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_BINARY, model(palette));
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

  private static IndexColorModel model(int[] palette) {
    int bits = palette.length == 2 ? 1 : 4;
    return new IndexColorModel(bits, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
  }
}
