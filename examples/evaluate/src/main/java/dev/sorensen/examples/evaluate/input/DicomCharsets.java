package dev.sorensen.examples.evaluate.input;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The character sets of texts, by the names of DICOM PS3.3, C.12.1.1.2. */
final class DicomCharsets {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("IR 100", "ISO-8859-1"),
          Map.entry("IR 101", "ISO-8859-2"),
          Map.entry("IR 109", "ISO-8859-3"),
          Map.entry("IR 110", "ISO-8859-4"),
          Map.entry("IR 144", "ISO-8859-5"),
          Map.entry("IR 127", "ISO-8859-6"),
          Map.entry("IR 126", "ISO-8859-7"),
          Map.entry("IR 138", "ISO-8859-8"),
          Map.entry("IR 148", "ISO-8859-9"),
          Map.entry("IR 203", "ISO-8859-15"),
          Map.entry("IR 166", "TIS-620"),
          Map.entry("IR 13", "JIS_X0201"),
          Map.entry("IR 87", "ISO-2022-JP"),
          Map.entry("IR 149", "EUC-KR"),
          Map.entry("IR 58", "GB2312"));

  private DicomCharsets() {}

  /**
   * Returns the set that has the most of what a file's names say. Texts name segments and nothing
   * else here, so one that Java does not know is no reason to refuse a file.
   */
  static Charset of(String names) {
    for (String name : names.split("\\\\")) {
      String plain = name.strip().replaceFirst("^ISO[_ ]?(2022)?[_ ]?", "");
      if (plain.equals("GB18030") || plain.equals("GBK")) {
        return Charset.forName(plain);
      }
      String known = NAMES.get(plain);
      if (known != null && Charset.isSupported(known)) {
        return Charset.forName(known);
      }
    }
    return StandardCharsets.UTF_8;
  }
}
