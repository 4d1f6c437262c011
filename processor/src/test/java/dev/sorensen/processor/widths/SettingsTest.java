package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.internal.Species;
import dev.sorensen.internal.VectorSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That this process does test the width, or the absence, that it was started for. */
@Tag("widths")
final class SettingsTest {

  @Test
  void theKernelsAreThoseThatWereAskedFor() {
    boolean off = "off".equals(System.getProperty("sorensen.simd"));
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(VectorSupport.ENABLED).isEqualTo(module && !off);
    String bits = System.getProperty("sorensen.vectorBits");
    if (VectorSupport.ENABLED && bits != null) {
      assertThat(Species.LONGS.vectorBitSize()).isEqualTo(Integer.parseInt(bits));
      assertThat(Species.BYTES.length()).isEqualTo(Integer.parseInt(bits) / 8);
    }
  }
}
