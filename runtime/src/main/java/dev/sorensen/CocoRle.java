package dev.sorensen;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * COCO's compressed run-length strings, as in the {@code counts} of a segmentation, from and to
 * {@link RunEncoding#COUNTS}. COCO counts pixels down the columns: of a mask's two extents, its
 * height comes first.
 *
 * <p>A string is a sequence of numbers: the first three counts, and from then on each count minus
 * the one two before it. A number is written in groups of 5 bits, the lowest first, one character
 * from {@code '0'} to {@code 'o'} each; in every group but a number's last a sixth bit is set. The
 * highest bit of the last group is the number's sign.
 */
public final class CocoRle {

  private static final char FIRST_CHARACTER = '0';
  private static final char LAST_CHARACTER = 'o';

  private static final int GROUP_BITS = 5;
  private static final int GROUP_MASK = 0b01_1111;
  private static final int CONTINUED = 0b10_0000;

  /** How many groups the differences of counts need at most: 32 bits. */
  private static final int MAX_GROUPS = 7;

  /** The first count that is written as a difference. */
  private static final int FIRST_DIFFERENCE = 3;

  private CocoRle() {}

  /**
   * Returns the counts that a string holds, at most one for each of its characters. Whether they
   * add up to a mask's pixels is checked where they are compared.
   *
   * <p>A number may have more groups than it needs, which changes nothing, but no more than 7,
   * which are enough for any count; {@link #encode} gives a shorter string then.
   *
   * @throws IllegalMaskException if a character is not one of the format's, if the string ends
   *     inside a number, if a number has more than 7 groups, or if a count is negative or more than
   *     2³¹ − 1; the message has the character's index or that of the number's first character
   * @throws NullPointerException if {@code counts} is null
   */
  public static int[] decode(String counts) {
    Objects.requireNonNull(counts, "CocoRle: counts is null");
    // Each number has at least one character, whatever it says.
    int[] decoded = new int[counts.length()];
    int size = 0;
    int start = 0;
    while (start < counts.length()) {
      int end = end(counts, start);
      long count = number(counts, start, end);
      if (size >= FIRST_DIFFERENCE) {
        count += decoded[size - 2];
      }
      if (count < 0 || count > Integer.MAX_VALUE) {
        throw illegal(
            "counts["
                + start
                + "] starts count "
                + size
                + ", which is "
                + count
                + ", expected 0 to "
                + Integer.MAX_VALUE);
      }
      decoded[size++] = (int) count;
      start = end;
    }
    return Arrays.copyOf(decoded, size);
  }

  /**
   * Returns the counts that a string holds, given as its ASCII characters, as pycocotools has it.
   *
   * @throws IllegalMaskException as for a string
   * @throws NullPointerException if {@code counts} is null
   */
  public static int[] decode(byte[] counts) {
    Objects.requireNonNull(counts, "CocoRle: counts is null");
    // One character for each byte, so that indices stay.
    return decode(new String(counts, StandardCharsets.ISO_8859_1));
  }

  /**
   * Returns the shortest string that holds counts, as cocoapi writes it.
   *
   * @throws IllegalMaskException if a count is negative; the message has its index
   * @throws NullPointerException if {@code counts} is null
   */
  public static String encode(int[] counts) {
    Objects.requireNonNull(counts, "CocoRle: counts is null");
    StringBuilder encoded = new StringBuilder(counts.length);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        throw illegal("counts[" + i + "] is a count of " + counts[i] + ", expected at least 0");
      }
      append(encoded, i < FIRST_DIFFERENCE ? counts[i] : (long) counts[i] - counts[i - 2]);
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, long number) {
    long rest = number;
    while (rest != signExtended(rest, 1)) {
      encoded.append((char) (FIRST_CHARACTER + (CONTINUED | (rest & GROUP_MASK))));
      rest >>= GROUP_BITS;
    }
    encoded.append((char) (FIRST_CHARACTER + (rest & GROUP_MASK)));
  }

  /** Checks the number that starts at an index, and returns the index after its last character. */
  private static int end(String counts, int start) {
    for (int i = start; i < counts.length(); i++) {
      char character = counts.charAt(i);
      if (character < FIRST_CHARACTER || character > LAST_CHARACTER) {
        throw illegal(
            "counts["
                + i
                + "] is U+%04X".formatted((int) character)
                + ", expected a character from '0' to 'o'");
      }
      if ((group(character) & CONTINUED) == 0) {
        return i + 1;
      }
      if (i - start == MAX_GROUPS - 1) {
        throw illegal(
            "counts["
                + start
                + "] starts a number of more than "
                + MAX_GROUPS
                + " characters, expected at most "
                + MAX_GROUPS);
      }
    }
    throw illegal(
        "counts["
            + start
            + "] starts a number that goes on after the last character, counts["
            + (counts.length() - 1)
            + "], expected its end");
  }

  /** Returns the number that is written from one index to before another. */
  private static long number(String counts, int start, int end) {
    long number = 0;
    for (int i = end - 1; i >= start; i--) {
      number = number << GROUP_BITS | (group(counts.charAt(i)) & GROUP_MASK);
    }
    return signExtended(number, end - start);
  }

  /** Returns the lowest bits of a number, as many as some groups have, the highest as its sign. */
  private static long signExtended(long number, int groups) {
    int unused = Long.SIZE - GROUP_BITS * groups;
    return number << unused >> unused;
  }

  private static int group(char character) {
    return character - FIRST_CHARACTER;
  }

  private static IllegalMaskException illegal(String problem) {
    return new IllegalMaskException("CocoRle: " + problem);
  }
}
