package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Shape;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.score.Details.Curve;
import dev.sorensen.examples.evaluate.score.Details.Slice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class InspectionTest {

  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int GREY = 0xFFBBBBBB;
  private static final int ORANGE = 0xFFE69F00;
  private static final int YELLOW = 0xFFF0E442;
  private static final int BLUE = 0xFF56B4E9;

  private static Details details(Segmentation prediction, Segmentation truth) {
    return Inspection.of(prediction, truth, Scores.of(prediction, truth));
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void drawsThePlanesWithTheMostWrongVoxels() {
    Shape shape = Shape.of(2, 2, 5);
    Segmentation prediction =
        Volumes.ofBytes(shape, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0);
    Segmentation truth =
        Volumes.ofBytes(shape, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0);

    Details details = details(prediction, truth);

    // Planes 0 and 4 have two each.
    assertThat(details.worst()).extracting(Slice::index).containsExactly(3L, 0L, 4L);
    assertThat(details.worst().getFirst().overlap()).isEqualTo(new Overlap(0, 3, 0, 4));
    assertThat(details.curve()).isEmpty();
  }

  @Test
  void drawsNothingWhereNothingIsWrong() {
    Segmentation same = Volumes.ofBytes(Shape.of(2, 2), 0, 1, 0, 7);

    assertThat(details(same, same).worst()).isEmpty();
  }

  @Test
  void drawsInColours() throws IOException {
    Shape shape = Shape.of(2, 2);
    Slice slice =
        details(Volumes.ofBytes(shape, 1, 1, 0, 0), Volumes.ofBytes(shape, 1, 0, 1, 0))
            .worst()
            .getFirst();

    BufferedImage difference = image(slice.difference());
    assertThat(difference.getWidth()).isEqualTo(2);
    assertThat(difference.getRGB(0, 0)).isEqualTo(GREY);
    assertThat(difference.getRGB(1, 0)).isEqualTo(ORANGE);
    assertThat(difference.getRGB(0, 1)).isEqualTo(BLUE);
    assertThat(difference.getRGB(1, 1)).isEqualTo(BLACK);
    assertThat(image(slice.truth()).getRGB(0, 1)).isEqualTo(WHITE);
    assertThat(image(slice.truth()).getRGB(1, 0)).isEqualTo(BLACK);
    assertThat(image(slice.prediction()).getRGB(1, 0)).isEqualTo(WHITE);
  }

  @Test
  void drawsLabelsInColours() throws IOException {
    Shape shape = Shape.of(2, 2, 2);
    Details details =
        details(
            Volumes.ofBytes(shape, 1, 1, 0, 0, 1, 3, 0, 7),
            Volumes.ofBytes(shape, 1, 1, 0, 0, 1, 7, 7, 0));

    assertThat(details.colours().keySet())
        .extracting(BigInteger::intValue)
        .containsExactly(1, 3, 7);
    assertThat(details.worst()).hasSize(1);
    Slice slice = details.worst().getFirst();
    assertThat(slice.index()).isEqualTo(1);
    assertThat(slice.overlap()).isEqualTo(new Overlap(2, 3, 3, 4));
    assertThat(slice.otherLabel()).isEqualTo(1);
    int ofOne = 0xFF000000 | details.colours().get(BigInteger.ONE);
    int ofSeven = 0xFF000000 | details.colours().get(BigInteger.valueOf(7));
    BufferedImage truth = image(slice.truth());
    assertThat(truth.getRGB(0, 0)).isEqualTo(ofOne);
    assertThat(truth.getRGB(1, 0)).isEqualTo(ofSeven).isNotEqualTo(ofOne);
    assertThat(truth.getRGB(1, 1)).isEqualTo(BLACK);
    BufferedImage difference = image(slice.difference());
    assertThat(difference.getRGB(0, 0)).isEqualTo(GREY);
    assertThat(difference.getRGB(1, 0)).isEqualTo(YELLOW);
    assertThat(difference.getRGB(0, 1)).isEqualTo(BLUE);
    assertThat(difference.getRGB(1, 1)).isEqualTo(ORANGE);
  }

  /** A scaled volume has labels where its bits are 0. */
  @Test
  void drawsLabelsByTheirValues() throws IOException {
    Segmentation scaled = Volumes.ofScaledBytes(2, 5, 0, 1, 0, 1);
    Slice slice = details(scaled, Volumes.ofBytes(5, 7, 7, 0)).worst().getFirst();

    assertThat(slice.overlap()).isEqualTo(new Overlap(3, 4, 3, 4));
    BufferedImage difference = image(slice.difference());
    assertThat(difference.getRGB(0, 0)).isEqualTo(GREY);
    assertThat(difference.getRGB(1, 0)).isEqualTo(GREY);
    assertThat(difference.getRGB(2, 0)).isEqualTo(YELLOW);
    assertThat(difference.getRGB(3, 0)).isEqualTo(ORANGE);
    assertThat(image(slice.prediction()).getRGB(0, 0)).isNotEqualTo(BLACK);
  }

  /** Masks of 0 and 1, and of 0 and 255, say the same. */
  @Test
  void drawsTheForegroundOfFilesWithOneLabelEach() {
    Details details = details(Volumes.ofBytes(0, 255, 255, 0), Volumes.ofBytes(0, 1, 1, 0));

    assertThat(details.worst()).isEmpty();
    assertThat(details.colours()).isEmpty();
  }

  /** One wrong voxel among agreement is seen in a picture of a third of the width. */
  @Test
  void keepsThinErrorsOfLargePlanes() throws IOException {
    int edge = 1025;
    int[] truth = new int[edge * edge];
    Arrays.fill(truth, 1);
    int[] prediction = truth.clone();
    prediction[500 * edge + 301] = 0;
    Shape shape = Shape.of(edge, edge);

    Slice slice =
        details(Volumes.ofBytes(shape, prediction), Volumes.ofBytes(shape, truth))
            .worst()
            .getFirst();

    BufferedImage difference = image(slice.difference());
    assertThat(difference.getWidth()).isEqualTo(342);
    assertThat(difference.getRGB(301 / 3, 500 / 3)).isEqualTo(BLUE);
    assertThat(difference.getRGB(0, 0)).isEqualTo(GREY);
  }

  @Test
  void sweepsThresholdsOfProbabilities() {
    Curve curve =
        details(Volumes.ofDoubles(0.1, 0.4, 0.705, 0.2), Volumes.ofBytes(0, 1, 1, 0))
            .curve()
            .orElseThrow();

    assertThat(curve.thresholds()).hasSize(99).startsWith(0.01, 0.02).endsWith(0.98, 0.99);
    // All four, then two, then one, then none.
    assertThat(curve.dice()[4]).isEqualTo(2 * 2.0 / (4 + 2));
    assertThat(curve.dice()[29]).isEqualTo(1);
    assertThat(curve.dice()[49]).isEqualTo(2 * 1.0 / (1 + 2));
    assertThat(curve.dice()[69]).isEqualTo(2 * 1.0 / (1 + 2));
    assertThat(curve.dice()[70]).isZero();
  }

  @Test
  void sweepsThresholdsWhateverIsForeground() {
    Segmentation soft = Volumes.ofDoubles(0.1, 0.4, 0.705, 0.2);
    Segmentation truth = Volumes.ofBytes(0, 1, 1, 0);

    Curve curve = details(soft.above(0.3), truth).curve().orElseThrow();

    assertThat(curve.dice())
        .isEqualTo(details(soft, truth).curve().orElseThrow().dice())
        .startsWith(0.5 + 1.0 / 6);
  }
}
