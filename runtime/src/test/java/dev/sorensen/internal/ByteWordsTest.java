package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteWordsTest {

  @Test
  void theFirstByteIsTheLowest() {
    byte[] bytes = {9, 1, 2, 3, 4, 5, 6, 7, (byte) 0x88, 9};
    assertThat(ByteWords.get(bytes, 1)).isEqualTo(0x8807060504030201L);
    assertThat(ByteWords.get(bytes, 2)).isEqualTo(0x0988070605040302L);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> ByteWords.get(bytes, 3));
  }

  @Test
  void everyByteInEveryPlaceBesideEveryByte() {
    for (int value = 0; value < 256; value++) {
      for (int place = 0; place < 8; place++) {
        for (int others : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
          byte[] bytes = new byte[8];
          Arrays.fill(bytes, (byte) others);
          bytes[place] = (byte) value;
          check(bytes, "value %d at %d beside %d".formatted(value, place, others));
        }
      }
    }
  }

  @Test
  void randomBytes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] bytes = new byte[8];
    for (int round = 0; round < 10_000; round++) {
      random.nextBytes(bytes);
      for (int i = 0; i < 8; i++) {
        bytes[i] = random.nextInt(3) == 0 ? 0 : bytes[i];
      }
      check(bytes, "seed %d, round %d".formatted(seed, round));
    }
  }

  private static void check(byte[] bytes, String as) {
    long nonZero = 0;
    long zero = 0;
    long sum = 0;
    for (int i = 0; i < 8; i++) {
      nonZero |= (bytes[i] != 0 ? 1L : 0L) << (8 * i);
      zero |= (bytes[i] == 0 ? 1L : 0L) << (8 * i);
      sum += Byte.toUnsignedInt(bytes[i]);
    }
    long word = ByteWords.get(bytes, 0);
    // Plain comparisons: half a million assertions take their time.
    if (ByteWords.nonZero(word) != nonZero
        || ByteWords.zero(word) != zero
        || ByteWords.sum(word) != sum) {
      assertThat(ByteWords.nonZero(word)).as(as).isEqualTo(nonZero);
      assertThat(ByteWords.zero(word)).as(as).isEqualTo(zero);
      assertThat(ByteWords.sum(word)).as(as).isEqualTo(sum);
    }
  }

  @Test
  void sumsOfPairsUpToTheirRange() {
    assertThat(ByteWords.sumOfPairs(0x0001_0002_0003_0004L)).isEqualTo(10);
    assertThat(ByteWords.sumOfPairs(0xFFFF_0000_0000_0000L)).isEqualTo(0xFFFF);
    assertThat(ByteWords.sumOfPairs(0x0000_0000_0000_FFFFL)).isEqualTo(0xFFFF);
    assertThat(ByteWords.sumOfPairs(0x4000_4000_4000_3FFFL)).isEqualTo(0xFFFF);
    assertThat(ByteWords.sum(-1)).isEqualTo(8 * 255);
  }

  @Test
  void sumOfHalvesIsThatOfBothAsUnsigned() {
    assertThat(ByteWords.sumOfHalves(0x0000_0003_0000_0004L)).isEqualTo(7);
    assertThat(ByteWords.sumOfHalves(-1L)).isEqualTo(2 * 0xFFFFFFFFL);
    assertThat(ByteWords.sumOfHalves(0x8000_0000_0000_0000L)).isEqualTo(0x8000_0000L);
  }
}
