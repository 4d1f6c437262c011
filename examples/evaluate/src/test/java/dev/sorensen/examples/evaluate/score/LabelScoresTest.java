package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.input.VoxelType;
import java.math.BigInteger;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels have one meaning, in whatever type of number they lie. */
final class LabelScoresTest {

  private static Volume volume(String type, int[] labels) {
    return switch (type) {
      case "uint8" -> Volumes.ofBytes(labels);
      case "int8" -> Volumes.ofSignedBytes(labels);
      case "int16" -> Volumes.ofShorts(VoxelType.INT16, labels);
      case "uint16" -> Volumes.ofShorts(VoxelType.UINT16, labels);
      case "int64" -> {
        long[] longs = new long[labels.length];
        for (int i = 0; i < longs.length; i++) {
          longs[i] = labels[i];
        }
        yield Volumes.ofLongs(VoxelType.INT64, longs);
      }
      default -> throw new IllegalArgumentException(type);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"uint8", "int16", "uint16", "int64"})
  void agreesWithAllOtherTypes(String type) throws NoLabelsException {
    Random random = new Random(3);
    int[] prediction = random.ints(1000, 0, 200).toArray();
    int[] truth = random.ints(1000, 0, 200).map(label -> label / 2).toArray();
    SortedMap<BigInteger, Overlap> expected =
        LabelScores.of(volume("int64", prediction), volume("int64", truth));

    for (String other : new String[] {"uint8", "int16", "uint16", "int64"}) {
      assertThat(LabelScores.of(volume(type, prediction), volume(other, truth)))
          .as("%s, %s", type, other)
          .isEqualTo(expected);
    }
  }

  /** What the labels are, says neither the type of the prediction alone nor that of the truth. */
  @ParameterizedTest
  @CsvSource({"int8, uint8, 200", "int8, uint16, 200", "int16, uint16, 40000", "int16, uint8, 200"})
  void unsignedLabelsBesideSignedOnesAreNotNegative(String signed, String unsigned, int large)
      throws NoLabelsException {
    Volume small = volume(signed, new int[] {0, 1, 2, 0});
    Volume larger = volume(unsigned, new int[] {0, large, 2, 1});

    assertThat(LabelScores.of(small, larger))
        .containsExactly(
            entry(BigInteger.ONE, new Overlap(0, 1, 1, 4)),
            entry(BigInteger.TWO, new Overlap(1, 1, 1, 4)),
            entry(BigInteger.valueOf(large), new Overlap(0, 0, 1, 4)));
    assertThat(LabelScores.of(larger, small).keySet())
        .isEqualTo(LabelScores.of(small, larger).keySet());
  }

  @Test
  void largeLabelsOfTwoBytesAreNotThoseOfOne() throws NoLabelsException {
    assertThat(
            LabelScores.of(
                volume("uint8", new int[] {1, 255}), volume("uint16", new int[] {1, 511})))
        .containsOnlyKeys(BigInteger.ONE, BigInteger.valueOf(255), BigInteger.valueOf(511));
  }

  @Test
  void negativeLabelsAreNotLargeOnes() throws NoLabelsException {
    Volume negative = volume("int16", new int[] {-1, 2});
    Volume large = volume("uint16", new int[] {65_535, 2});

    assertThat(LabelScores.of(negative, negative))
        .containsOnlyKeys(BigInteger.valueOf(-1), BigInteger.TWO);
    assertThat(LabelScores.of(negative, large))
        .containsOnlyKeys(BigInteger.valueOf(-1), BigInteger.TWO, BigInteger.valueOf(65_535));
  }
}
