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
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

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
  public List<String> extensions() {
    return List.of("png", "tif", "tiff");
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
    for (int page = 0; page < pages; page++) {
      boolean isSigned = isSigned(reader, page);
      int rows = 0;
      for (int y = 0; y < height; y += rows) {
        // Readers that find no row without those before it read each no more than twice so.
        rows = Math.min(Math.max(Math.max(1, BAND / width), y), height - y);
        Raster band = band(reader, page, y, rows);
        VoxelType found = PictureBand.type(band, isSigned);
        if (type == null) {
          type = found;
          VoxelData.bytes(shape, type);
        } else if (type != found) {
          throw new InputException(
              "its page %d is of %s, expected %s as the first".formatted(page + 1, found, type));
        }
        voxels.writeBytes(PictureBand.bytes(band, type, y));
      }
    }
    return new Volume(shape, type, Scaling.NONE, ByteOrder.nativeOrder(), voxels.toByteArray());
  }

  /** Returns whether pixels may be negative: some readers have a type for one of the two alone. */
  private static boolean isSigned(ImageReader reader, int page) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(page);
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return false;
    }
    Node root = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList formats = ((Element) root).getElementsByTagName("SampleFormat");
    return formats.getLength() > 0
        && ((Element) formats.item(0)).getAttribute("value").startsWith("SignedIntegral");
  }

  private static Raster band(ImageReader reader, int page, int y, int rows) throws IOException {
    ImageReadParam region = reader.getDefaultReadParam();
    region.setSourceRegion(new Rectangle(0, y, reader.getWidth(page), rows));
    return reader.canReadRaster()
        ? reader.readRaster(page, region)
        : reader.read(page, region).getRaster();
  }
}
