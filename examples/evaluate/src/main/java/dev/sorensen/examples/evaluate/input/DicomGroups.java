package dev.sorensen.examples.evaluate.input;

import java.util.Optional;

/**
 * What is said of a frame: by its own functional groups, or else by those that all frames share, as
 * in DICOM PS3.3, C.7.6.16.
 */
record DicomGroups(Optional<DicomData> own, Optional<DicomData> shared) {

  /** Returns a group, by the tag of its sequence. */
  Optional<DicomData> find(int tag) {
    return own.flatMap(groups -> groups.item(tag))
        .or(() -> shared.flatMap(groups -> groups.item(tag)));
  }
}
