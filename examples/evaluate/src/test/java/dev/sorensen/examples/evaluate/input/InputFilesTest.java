package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputFilesTest {

  @ParameterizedTest
  @CsvSource({
    "case_7.nii, case_7",
    "case_7.nii.gz, case_7",
    "case_7.NII.GZ, case_7",
    "case_7.seg.nrrd, case_7",
    "1.2.840.7.dcm, 1.2.840.7",
    "a.b.png, a.b",
    "1.2.840.113, 1.2.840.113",
    "7.nhdr, 7",
    "7.seg.nrrd.gz, 7",
    "7.TIFF, 7",
    "7.raw, 7.raw",
    "plain, plain"
  })
  void namesLeaveOutTheFormat(String file, String name) {
    assertThat(InputFiles.withoutExtension(file)).isEqualTo(name);
  }
}
