package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sorensen.Activation;
import dev.sorensen.SegmentationMask;
import org.junit.jupiter.api.Test;

/** Views of several classes. */
class ClassViewTest {

  /** A mask as one text of dots and hashes for each class. */
  private static String[] pictures(MaskView view) {
    String[] pictures = new String[view.classes()];
    for (int c = 0; c < pictures.length; c++) {
      StringBuilder picture = new StringBuilder();
      for (long i = 0; i < view.pixels(); i++) {
        picture.append(view.foreground(c, i) ? '#' : '.');
      }
      pictures[c] = picture.toString();
    }
    return pictures;
  }

  private static double[] values(MaskView view, int c) {
    double[] values = new double[Math.toIntExact(view.pixels())];
    for (int i = 0; i < values.length; i++) {
      values[i] = view.value(c, i);
    }
    return values;
  }

  @Test
  void labelsAreTheNumbersOfClasses() {
    MaskView view = MaskView.ofLabelMap(new byte[] {0, 2, 1, 2}, 3, SegmentationMask.NO_LABEL);
    assertThat(pictures(view)).containsExactly("#...", "..#.", ".#.#");
    assertThat(values(view, 2)).containsExactly(0, 1, 0, 1);
    assertThat(view.isLabelMap()).isTrue();
    assertThat(view.isSoft()).isFalse();
    assertThat(view.ignored(1)).isFalse();
  }

  @Test
  void labelsAreUnsigned() {
    MaskView bytes = MaskView.ofLabelMap(new byte[] {(byte) 200, -1}, 201, 255);
    assertThat(bytes.foreground(200, 0)).isTrue();
    assertThat(bytes.ignored(1)).isTrue();
    MaskView shorts = MaskView.ofLabelMap(new short[] {(short) 40_000, -1, 200}, 40_001, 65_535);
    assertThat(shorts.foreground(40_000, 0)).isTrue();
    assertThat(shorts.foreground(200, 2)).isTrue();
    assertThat(shorts.ignored(1)).isTrue();
    assertThat(shorts.ignored(0)).isFalse();
    assertThat(shorts.pixels()).isEqualTo(3);
  }

  @Test
  void anIgnoredLabelIsInNoClass() {
    MaskView view = MaskView.ofLabelMap(new byte[] {0, 1, 9, 1}, 2, 1);
    assertThat(pictures(view)).containsExactly("#...", "....");
    assertThat(view.ignored(3)).isTrue();
    assertThat(view.ignored(2)).isFalse();
  }

  @Test
  void aLabelMapHasAtLeastTwoClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaskView.ofLabelMap(new byte[1], 1, SegmentationMask.NO_LABEL))
        .withMessage("a label map has at least 2 classes, not 1");
  }

  @Test
  void eachPlaneOfBitsBeginsAtAWordOfItsOwn() {
    long rest = -1L << 2; // past the last of 66 pixels, whatever it holds
    MaskView view = MaskView.ofBitPlanes(new long[] {1, rest, 0, rest | 0b10, 2, 0}, 66, 3);
    assertThat(pictures(view))
        .containsExactly("#" + ".".repeat(65), ".".repeat(65) + "#", ".#" + ".".repeat(64));
    assertThat(view.isSoft()).isFalse();
    assertThat(view.isLabelMap()).isFalse();
  }

  @Test
  void planesOfWholeWordsFollowEachOther() {
    MaskView view = MaskView.ofBitPlanes(new long[] {0, -1}, 64, 2);
    assertThat(pictures(view)).containsExactly(".".repeat(64), "#".repeat(64));
  }

  @Test
  void planesOfProbabilitiesFollowEachOther() {
    float[] values = {0.1f, 0.6f, 0.9f, 0.6f, 0.4f, 0};
    MaskView view = MaskView.ofProbabilityPlanes(values, 2, 0.5, Activation.NONE);
    assertThat(view.pixels()).isEqualTo(3);
    assertThat(pictures(view)).containsExactly(".##", "#..");
    assertThat(values(view, 1)).containsExactly(0.6f, 0.4f, 0);
    assertThat(view.isSoft()).isTrue();
    assertThat(view.isLabelMap()).isFalse();
    MaskView doubles =
        MaskView.ofProbabilityPlanes(new double[] {0.1, 0.2, 0.3, 0.4}, 2, 0.2, Activation.NONE);
    assertThat(pictures(doubles)).containsExactly("..", "##");
    assertThat(values(doubles, 0)).containsExactly(0.1, 0.2);
  }

  @Test
  void severalClassesAreReadByClass() {
    for (MaskView view :
        new MaskView[] {
          MaskView.ofLabelMap(new byte[1], 3, SegmentationMask.NO_LABEL),
          MaskView.ofBitPlanes(new long[3], 1, 3),
          MaskView.ofProbabilityPlanes(new float[3], 3, 0.5, Activation.NONE)
        }) {
      assertThatIllegalStateException()
          .isThrownBy(() -> view.foreground(0))
          .withMessage("a mask of 3 classes: use foreground(c, pixel)");
      assertThatIllegalStateException()
          .isThrownBy(() -> view.value(0))
          .withMessage("a mask of 3 classes: use value(c, pixel)");
    }
  }

  @Test
  void oneClassIsReadEitherWay() {
    MaskView labels = MaskView.ofLabels(new byte[] {0, 7}, 7, SegmentationMask.NO_LABEL);
    assertThat(labels.classes()).isEqualTo(1);
    assertThat(pictures(labels)).containsExactly(".#");
    assertThat(labels.value(0, 1)).isEqualTo(1);
    assertThat(labels.rawValue(0, 1)).isEqualTo(1);
    assertThat(labels.isSoft()).isFalse();
    assertThat(labels.isLabelMap()).isFalse();
    MaskView values = MaskView.ofProbabilities(new float[] {0.25f, 0.75f}, 0.5);
    assertThat(values.classes()).isEqualTo(1);
    assertThat(values.foreground(1)).isTrue();
    assertThat(values.foreground(0, 1)).isTrue();
    assertThat(values.value(0)).isEqualTo(0.25);
    assertThat(values.value(0, 0)).isEqualTo(0.25);
  }

  @Test
  void oneClassHasNoOther() {
    MaskView labels = MaskView.ofLabels(new byte[] {0, 7}, 7, SegmentationMask.NO_LABEL);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> labels.foreground(1, 0));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> labels.value(1, 0));
  }
}
