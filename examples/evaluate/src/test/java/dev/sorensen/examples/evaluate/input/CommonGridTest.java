package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.score.Scores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of DICOM leave out planes without foreground; what they are scored with need not. */
final class CommonGridTest {

  private static final String PLANE = "10110 01010 00100 ";

  @TempDir Path folder;

  private int files;

  private Segmentation read(byte[] file) throws InputException {
    return InputFiles.read(NiftiFile.write(folder.resolve("file" + files++), file));
  }

  /** A segmentation that has frames at some heights alone, with {@link #PLANE} in each. */
  private Segmentation sparse(String kind, double... heights) throws InputException {
    DicomFile file = new DicomFile().spacing("2\\1.5").kind(kind, kind.equals("BINARY") ? 1 : 8);
    for (double height : heights) {
      file.frame(1, height);
    }
    String all = PLANE.repeat(heights.length);
    if (kind.equals("BINARY")) {
      return read(file.pixels(all).bytes());
    }
    String pixels = all.replace(" ", "");
    byte[] bytes = new byte[pixels.length()];
    for (int i = 0; i < bytes.length; i++) {
      int foreground = kind.equals("FRACTIONAL") ? 255 : 1;
      bytes[i] = (byte) ((pixels.charAt(i) - '0') * foreground);
    }
    return read(file.pixels(bytes).bytes());
  }

  /** All planes of a grid that begins at a height, with {@link #PLANE} in those of some indices. */
  private Segmentation whole(double start, double distance, int planes, int... indices)
      throws InputException {
    String header =
        """
        NRRD0004
        type: uint8
        dimension: 3
        sizes: 5 3 %d
        encoding: raw
        space: left-posterior-superior
        space directions: (1.5,0,0) (0,2,0) (0,0,%s)
        space origin: (10,-20,%s)

        """
            .formatted(planes, distance, start);
    byte[] text = header.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] file = java.util.Arrays.copyOf(text, text.length + 15 * planes);
    String pixels = PLANE.replace(" ", "");
    for (int index : indices) {
      for (int i = 0; i < pixels.length(); i++) {
        file[text.length + index * pixels.length() + i] = (byte) (pixels.charAt(i) - '0');
      }
    }
    return read(file);
  }

  private static void assertSame(CommonGrid grid, int planes, int foregroundPlanes) {
    assertThat(grid.prediction().shape()).isEqualTo(Shape.of(5, 3, planes));
    assertThat(grid.truth().shape()).isEqualTo(Shape.of(5, 3, planes));
    Overlap overlap = Scores.of(grid.prediction(), grid.truth()).foreground();
    assertThat(overlap.intersection()).isEqualTo(6 * foregroundPlanes);
    assertThat(overlap.falsePositives()).isZero();
    assertThat(overlap.falseNegatives()).isZero();
    assertThat(
            grid.prediction()
                .placement()
                .get()
                .distance(grid.truth().placement().get(), grid.truth().shape()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BINARY", "FRACTIONAL", "LABELMAP"})
  void planesAreAddedAtBothEndsAndBetween(String kind) throws InputException {
    Segmentation sparse = sparse(kind, 7, 16, 13);
    Segmentation whole = whole(1, 3, 9, 2, 4, 5);

    assertThat(sparse.shape()).isEqualTo(Shape.of(5, 3, 4));
    assertSame(CommonGrid.of(sparse, whole), 9, 3);
    assertSame(CommonGrid.of(whole, sparse), 9, 3);
  }

  /** The least distance of planes is not always that of the grid, nor need there be one. */
  @Test
  void theOtherSaysHowFarApartPlanesAre() throws InputException {
    assertSame(CommonGrid.of(sparse("BINARY", 4, 10), whole(1, 3, 4, 1, 3)), 4, 2);
    assertSame(CommonGrid.of(sparse("BINARY", 4), whole(1, 3, 4, 1)), 4, 1);
    assertSame(CommonGrid.of(sparse("BINARY", 1, 7, 16), whole(1, 3, 6, 0, 2, 5)), 6, 3);
  }

  @Test
  void twoThatShowDifferentPlanesHaveThoseOfBoth() throws InputException {
    CommonGrid grid = CommonGrid.of(sparse("BINARY", 1, 3, 5), sparse("LABELMAP", 3, 5, 7, 9));

    assertThat(grid.prediction().shape()).isEqualTo(Shape.of(5, 3, 5));
    assertThat(grid.truth().shape()).isEqualTo(Shape.of(5, 3, 5));
    Overlap overlap = Scores.of(grid.prediction(), grid.truth()).foreground();
    assertThat(overlap).isEqualTo(new Overlap(12, 18, 24, 75));
  }

  /** As many planes do not make the same ones. */
  @Test
  void planesThatAreAsManyArePutWhereTheyLie() throws InputException {
    CommonGrid grid = CommonGrid.of(sparse("BINARY", 1, 3), sparse("BINARY", 3, 5));

    assertThat(Scores.of(grid.prediction(), grid.truth()).foreground())
        .isEqualTo(new Overlap(6, 12, 12, 45));
  }

  @ParameterizedTest
  @CsvSource({
    "outside the grid, 1, 3, 2, 7",
    "between its planes, 1, 3, 9, 8",
    "across it, 1, -3, 9, 7",
  })
  void planesElsewhereAreLeftAsTheyAre(
      String where, double start, double distance, int planes, double height)
      throws InputException {
    Segmentation sparse = sparse("BINARY", height, height + 3);
    Segmentation whole = whole(start, distance, planes);

    assertThat(CommonGrid.of(sparse, whole)).as(where).isEqualTo(new CommonGrid(sparse, whole));
  }

  @Test
  void aFileThatSaysNoPlacesIsLeftAsItIs() throws InputException {
    Segmentation nowhere = read(new DicomFile().frame(1).pixels(PLANE).bytes());
    Segmentation unspaced = read(new DicomFile().frame(1, 1).pixels(PLANE).bytes());
    Segmentation whole = whole(1, 3, 2);

    assertThat(CommonGrid.of(nowhere, whole).prediction()).isSameAs(nowhere);
    assertThat(CommonGrid.of(whole, unspaced).truth()).isSameAs(unspaced);
  }
}
