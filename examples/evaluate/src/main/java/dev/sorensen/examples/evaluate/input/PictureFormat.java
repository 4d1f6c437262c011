package dev.sorensen.examples.evaluate.input;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * PNG and TIFF: pictures whose values, or whose indices into a palette, are the labels. The pages
 * of a TIFF are the slices of a volume.
 */
final class PictureFormat implements FileFormat {

  private static final List<byte[]> MAGICS =
      List.of(
          new byte[] {(byte) 0x89, 'P', 'N', 'G'},
          new byte[] {'I', 'I', 42, 0},
          new byte[] {'M', 'M', 0, 42},
          // BigTIFF
          new byte[] {'I', 'I', 43, 0},
          new byte[] {'M', 'M', 0, 43});

  /** Rows are read together that have about as many pixels: a header may claim any size. */
  private static final int BAND = 1 << 22;

  @Override
  public String name() {
    return "PNG, TIFF";
  }

  @Override
  public boolean matches(byte[] start) {
    return MAGICS.stream().anyMatch(magic -> Arrays.equals(Arrays.copyOf(start, 4), magic));
  }

  @Override
  public Volume read(InputStream in, Path file) throws IOException, InputException {
    try (ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new InputException("it is a picture of a kind that no reader knows");
      }
      ImageReader reader = readers.next();
      reader.setInput(stream);
      try {
        return read(reader);
      } catch (RuntimeException e) {
        // Readers throw all kinds of them for files that are damaged.
        throw new InputException("it is damaged: " + e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static Volume read(ImageReader reader) throws IOException, InputException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    int pages = reader.getNumImages(true);
    for (int page = 1; page < pages; page++) {
      if (reader.getWidth(page) != width || reader.getHeight(page) != height) {
        throw new InputException(
            "its page %d has %d x %d pixels, expected %d x %d as the first"
                .formatted(page + 1, reader.getWidth(page), reader.getHeight(page), width, height));
      }
    }
    Shape shape = Shape.of(width, height, pages);
    // Whatever the type is, a byte is the least.
    VoxelData.bytes(shape, VoxelType.UINT8);
    VoxelType type = null;
    ByteArrayOutputStream voxels = new ByteArrayOutputStream();
    int rows = Math.max(1, BAND / width);
    for (int page = 0; page < pages; page++) {
      for (int y = 0; y < height; y += rows) {
        Raster band = band(reader, page, y, Math.min(rows, height - y));
        if (type == null) {
          type = PictureBand.type(band);
          VoxelData.bytes(shape, type);
        } else if (type != PictureBand.type(band)) {
          throw new InputException(
              "its page %d is of %s, expected %s as the first"
                  .formatted(page + 1, PictureBand.type(band), type));
        }
        voxels.writeBytes(PictureBand.bytes(band, type, y));
      }
    }
    return new Volume(shape, type, Scaling.NONE, ByteOrder.nativeOrder(), voxels.toByteArray());
  }

  private static Raster band(ImageReader reader, int page, int y, int rows) throws IOException {
    ImageReadParam region = reader.getDefaultReadParam();
    region.setSourceRegion(new Rectangle(0, y, reader.getWidth(page), rows));
    return reader.canReadRaster()
        ? reader.readRaster(page, region)
        : reader.read(page, region).getRaster();
  }
}
