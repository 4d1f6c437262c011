package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CocoRleTest {

  private static final int MAX = Integer.MAX_VALUE;

  private static Arguments vector(String string, int... counts) {
    return Arguments.of(string, counts);
  }

  /** Worked out by hand from the format. */
  static Stream<Arguments> vectors() {
    return Stream.of(
        vector(""),
        // One group holds up to 15, for its highest bit is the sign; two up to 511, six to 2^29 -
        // 1.
        vector("0", 0),
        vector("?", 15),
        vector("`0", 16),
        vector("o0", 31),
        vector("P1", 32),
        vector("o?", 511),
        vector("P`0", 512),
        vector("PP1", 1024),
        vector("ooooo?", (1 << 29) - 1),
        vector("PPPPP`0", 1 << 29),
        vector("oooooo1", MAX),
        // The first three counts are themselves, later ones are less the one two before.
        vector("777", 7, 7, 7),
        vector("77507", 7, 7, 5, 7, 12),
        vector("00010", 0, 0, 0, 1, 0),
        vector("00001", 0, 0, 0, 0, 1),
        vector("0000?`0", 0, 0, 0, 0, 15, 16),
        // Negative differences: -1, -16, -17 and -32, then the largest.
        vector("515O", 5, 1, 5, 0),
        vector("0a00@", 0, 17, 0, 1),
        vector("0b00_O", 0, 18, 0, 1),
        vector("0Q10PO", 0, 33, 0, 1),
        vector("0oooooo10QPPPPPN", 0, MAX, 0, 0),
        vector("000oooooo10QPPPPPN", 0, 0, 0, MAX, 0, 0));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void stringsHoldCounts(String string, int[] counts) {
    assertThat(CocoRle.decode(string)).isEqualTo(counts);
    assertThat(CocoRle.decode(string.getBytes(StandardCharsets.US_ASCII))).isEqualTo(counts);
    assertThat(CocoRle.encode(counts)).isEqualTo(string);
  }

  @ParameterizedTest
  @CsvSource({"P0, 0", "PPPPPP0, 0", "WP0, 7", "oooooo0, 1073741823"})
  void aNumberMayHaveMoreGroupsThanItNeeds(String string, int count) {
    assertThat(CocoRle.decode(string)).containsExactly(count);
  }

  @Test
  void aNegativeNumberMayHaveMoreGroupsThanItNeeds() {
    assertThat(CocoRle.decode("015ooooooO")).containsExactly(0, 1, 5, 0);
  }

  /** On either side of the format's, and some that would be among them without their high bits. */
  static Stream<Arguments> otherCharacters() {
    return Stream.of(
        Arguments.of("/", 0, "U+002F"),
        Arguments.of("0p", 1, "U+0070"),
        Arguments.of("P/", 1, "U+002F"),
        Arguments.of("11~1", 2, "U+007E"),
        Arguments.of(" 1", 0, "U+0020"),
        Arguments.of("1\n", 1, "U+000A"),
        Arguments.of("1\0", 1, "U+0000"),
        Arguments.of("1\u00b1", 1, "U+00B1"),
        Arguments.of("1\u0130", 1, "U+0130"),
        Arguments.of("1\ud83d\ude00", 1, "U+D83D"));
  }

  @ParameterizedTest
  @MethodSource
  void otherCharacters(String string, int index, String found) {
    assertIllegal(
        string, "counts[%d] is %s, expected a character from '0' to 'o'".formatted(index, found));
  }

  @Test
  void otherBytes() {
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(() -> CocoRle.decode(new byte[] {'1', '1', -1}))
        .withMessage("CocoRle: counts[2] is U+00FF, expected a character from '0' to 'o'");
    // As a number it would be '1'.
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(() -> CocoRle.decode(new byte[] {(byte) ('1' + 128)}))
        .withMessage("CocoRle: counts[0] is U+00B1, expected a character from '0' to 'o'");
  }

  @ParameterizedTest
  @CsvSource({"P, 0, 0", "11oo, 2, 3", "PPPPPP, 0, 5", "1PPPPPP, 1, 6"})
  void theEndInsideANumber(String string, int start, int last) {
    assertIllegal(
        string,
        "counts[%d] starts a number that goes on after the last character, ".formatted(start)
            + "counts[%d], expected its end".formatted(last));
  }

  @ParameterizedTest
  @CsvSource({"PPPPPPP, 0", "PPPPPPP0, 0", "15PPPPPPP1, 2", "015oooooooO, 3", "PPPPPPP/, 0"})
  void moreGroupsThanAnyNumberNeeds(String string, int start) {
    assertIllegal(
        string,
        "counts[" + start + "] starts a number of more than 7 characters, expected at most 7");
  }

  @Test
  void aNumberWithoutEnd() {
    assertIllegal(
        "o".repeat(1 << 20),
        "counts[0] starts a number of more than 7 characters, expected at most 7");
  }

  @ParameterizedTest
  @CsvSource({
    "O, 0, 0, -1",
    "1@, 1, 1, -16",
    "d0d0_O, 4, 2, -17",
    "010N, 3, 3, -1",
    "0010N, 4, 4, -1",
    "0000O, 4, 4, -1",
    "PPPPPP2, 0, 0, 2147483648",
    "0oooooo101, 9, 3, 2147483648",
    "0oooooo10oooooo1, 9, 3, 4294967294",
    "oooooo?, 0, 0, 17179869183",
    "PPPPPP@, 0, 0, -17179869184"
  })
  void valuesThatAreNoCounts(String string, int start, int count, long value) {
    assertIllegal(
        string,
        "counts[%d] starts count %d, which is %d, expected 0 to 2147483647"
            .formatted(start, count, value));
  }

  private static void assertIllegal(String string, String message) {
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(() -> CocoRle.decode(string))
        .withMessage("CocoRle: " + message);
    // Bytes say the same, where each character is one.
    if (string.chars().allMatch(character -> character < 128)) {
      assertThatExceptionOfType(IllegalMaskException.class)
          .isThrownBy(() -> CocoRle.decode(string.getBytes(StandardCharsets.UTF_8)))
          .withMessage("CocoRle: " + message);
    }
  }

  @Test
  void negativeCountsHaveNoString() {
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(() -> CocoRle.encode(new int[] {-1}))
        .withMessage("CocoRle: counts[0] is a count of -1, expected at least 0");
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(() -> CocoRle.encode(new int[] {0, 1, 2, 3, Integer.MIN_VALUE, -1}))
        .withMessage("CocoRle: counts[4] is a count of -2147483648, expected at least 0");
  }

  @Test
  void nothingIsNoString() {
    assertThatNullPointerException()
        .isThrownBy(() -> CocoRle.decode((String) null))
        .withMessage("CocoRle: counts is null");
    assertThatNullPointerException()
        .isThrownBy(() -> CocoRle.decode((byte[]) null))
        .withMessage("CocoRle: counts is null");
    assertThatNullPointerException()
        .isThrownBy(() -> CocoRle.encode(null))
        .withMessage("CocoRle: counts is null");
  }

  @Test
  void whatIsEncodedIsDecoded() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 10_000; round++) {
      int[] counts =
          random.ints(random.nextInt(12), 0, 6).map(kind -> count(random, kind)).toArray();
      String as = "seed %d, round %d: %s".formatted(seed, round, Arrays.toString(counts));
      String string = CocoRle.encode(counts);
      assertThat(CocoRle.decode(string)).as(as).isEqualTo(counts);
      assertThat(string).as(as).hasSize(fewestGroups(counts));
    }
  }

  private static int count(Random random, int kind) {
    return switch (kind) {
      case 0 -> 0;
      case 1 -> random.nextInt(40);
      case 2 -> random.nextInt(2000);
      case 3 -> (1 << random.nextInt(31)) - random.nextInt(2);
      case 4 -> MAX - random.nextInt(2);
      default -> random.nextInt() >>> 1;
    };
  }

  /** A number of b bits without its sign needs b + 1, in groups of 5. */
  private static int fewestGroups(int[] counts) {
    int groups = 0;
    for (int i = 0; i < counts.length; i++) {
      long number = i > 2 ? (long) counts[i] - counts[i - 2] : counts[i];
      groups += BigInteger.valueOf(number).bitLength() / 5 + 1;
    }
    return groups;
  }

  @Test
  void anyStringIsDecodedOrIllegal() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int legal = 0;
    int rounds = 100_000;
    for (int round = 0; round < rounds; round++) {
      String string = garbage(random);
      String as = "seed %d, round %d: %s".formatted(seed, round, string);
      int[] expected = decodedByPattern(string);
      if (expected == null) {
        assertThatExceptionOfType(IllegalMaskException.class)
            .as(as)
            .isThrownBy(() -> CocoRle.decode(string));
      } else {
        legal++;
        assertThat(CocoRle.decode(string)).as(as).isEqualTo(expected);
      }
    }
    assertThat(legal).as("seed %d", seed).isBetween(rounds / 20, rounds * 19 / 20);
  }

  /** Characters of the format, mostly positive numbers, and seldom another. */
  private static String garbage(Random random) {
    StringBuilder garbage = new StringBuilder();
    int length = random.nextInt(14);
    for (int i = 0; i < length; i++) {
      int character =
          switch (random.nextInt(40)) {
            case 0 -> random.nextInt(1 << 16);
            case 1 -> random.nextInt('0' - 3, 'o' + 4);
            default -> random.nextInt(3) == 0 ? random.nextInt('0', '@') : random.nextInt('@', 'p');
          };
      garbage.append((char) character);
    }
    return garbage.toString();
  }

  private static final Pattern STRING = Pattern.compile("([P-o]{0,6}[0-O])*");
  private static final Pattern NUMBER = Pattern.compile("[P-o]*[0-O]");

  /** Returns what a string holds by its text, or null where it is malformed. */
  private static int[] decodedByPattern(String string) {
    if (!STRING.matcher(string).matches()) {
      return null;
    }
    int[] counts = new int[string.length()];
    int size = 0;
    Matcher matcher = NUMBER.matcher(string);
    while (matcher.find()) {
      String number = matcher.group();
      BigInteger value = BigInteger.ZERO;
      BigInteger weight = BigInteger.ONE;
      for (char character : number.toCharArray()) {
        value = value.add(weight.multiply(BigInteger.valueOf((character - '0') % 32)));
        weight = weight.multiply(BigInteger.valueOf(32));
      }
      if (number.charAt(number.length() - 1) >= '@') {
        value = value.subtract(weight);
      }
      if (size > 2) {
        value = value.add(BigInteger.valueOf(counts[size - 2]));
      }
      if (value.signum() < 0 || value.bitLength() > 31) {
        return null;
      }
      counts[size++] = value.intValueExact();
    }
    return Arrays.copyOf(counts, size);
  }
}
