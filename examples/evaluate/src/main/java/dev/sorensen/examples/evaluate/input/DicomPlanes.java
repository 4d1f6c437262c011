package dev.sorensen.examples.evaluate.input;

import java.util.Optional;

/**
 * The planes that the frames of a DICOM segmentation show.
 *
 * @param maker makes the segmentation of frames that have been given other places
 */
record DicomPlanes(DicomFrames frames, Shape plane, Maker maker) implements SparsePlanes {

  /** Makes a segmentation of frames. */
  @FunctionalInterface
  interface Maker {

    Segmentation of(DicomFrames frames) throws InputException;
  }

  @Override
  public Optional<Range> on(Placement grid) {
    return frames.indices(grid, plane);
  }

  @Override
  public Segmentation fill(Placement grid, int count) throws InputException {
    return maker.of(frames.on(grid, count));
  }
}
