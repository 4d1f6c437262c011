package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.input.Placement.Vector;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The plane in space that a frame shows, as in DICOM PS3.3, C.7.6.2.1.1.
 *
 * @param position the middle of its first pixel
 * @param alongRow from a pixel to the next in a row, of length 1
 * @param alongColumn from a pixel to the next in a column, of length 1
 * @param spacing how far apart pixels are, down a column and along a row, if it is said
 */
record DicomPlane(
    Vector position, Vector alongRow, Vector alongColumn, Optional<double[]> spacing) {

  /** The tags of the sequences that are read here. */
  static final List<Integer> SEQUENCES = List.of(0x00209113, 0x00209116, 0x00289110);

  private static final int PLANE_POSITION = SEQUENCES.get(0);
  private static final int POSITION = 0x00200032;
  private static final int PLANE_ORIENTATION = SEQUENCES.get(1);
  private static final int ORIENTATION = 0x00200037;
  private static final int PIXEL_MEASURES = SEQUENCES.get(2);
  private static final int PIXEL_SPACING = 0x00280030;

  /** Reads that of a frame, if it is said. */
  static Optional<DicomPlane> of(DicomGroups groups) throws InputException {
    Optional<DicomData> position = groups.find(PLANE_POSITION);
    Optional<DicomData> orientation = groups.find(PLANE_ORIENTATION);
    if (position.isEmpty() || orientation.isEmpty()) {
      return Optional.empty();
    }
    double[] p = position.get().decimals(POSITION, "position", 3);
    double[] o = orientation.get().decimals(ORIENTATION, "orientation", 6);
    Optional<DicomData> measures =
        groups.find(PIXEL_MEASURES).filter(data -> data.has(PIXEL_SPACING));
    return Optional.of(
        new DicomPlane(
            new Vector(p[0], p[1], p[2]),
            new Vector(o[0], o[1], o[2]),
            new Vector(o[3], o[4], o[5]),
            measures.isEmpty()
                ? Optional.empty()
                : Optional.of(measures.get().decimals(PIXEL_SPACING, "pixel spacing", 2))));
  }

  /** Returns how far along its normal it lies. */
  double depth() {
    return normal().times(position);
  }

  /** Returns where the pixels lie, if it is said how far apart they are. */
  Optional<Placement> placement() {
    return placement(List.of(this), 1);
  }

  private Vector normal() {
    return alongRow.cross(alongColumn);
  }

  /**
   * Returns where the voxels of planes lie that are at even distances from the first to the last.
   *
   * @param frames the planes of all frames, of which several may be the same
   * @param count how many different ones there are
   */
  static Optional<Placement> placement(List<DicomPlane> frames, int count) {
    DicomPlane first = frames.stream().min(Comparator.comparingDouble(DicomPlane::depth)).get();
    DicomPlane last = frames.stream().max(Comparator.comparingDouble(DicomPlane::depth)).get();
    if (first.spacing.isEmpty()) {
      return Optional.empty();
    }
    Vector across = last.position.plus(first.position, -1);
    Vector none = new Vector(0, 0, 0);
    return Placement.of(
        first.position,
        none.plus(first.alongRow, first.spacing.get()[1]),
        none.plus(first.alongColumn, first.spacing.get()[0]),
        none.plus(across, count > 1 ? 1.0 / (count - 1) : 0));
  }
}
