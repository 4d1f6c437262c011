package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.input.VoxelType;
import java.math.BigInteger;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels have one meaning, in whatever type of number they lie. */
final class LabelScoresTest {

  private static Volume volume(String type, int[] labels) {
    return switch (type) {
      case "uint8" -> Volumes.ofBytes(labels);
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
