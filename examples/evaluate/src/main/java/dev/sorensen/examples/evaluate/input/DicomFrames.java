package dev.sorensen.examples.evaluate.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the frames of a DICOM segmentation lie: frames of several segments may show the same plane,
 * and planes may come in any order. Planes are in the order of their positions, as in DICOM PS3.3,
 * C.7.6.16 has them, or of the frames if those say none.
 *
 * @param planes how many planes there are
 * @param bySegment of each segment, by its number, the frame of each plane, or -1
 */
record DicomFrames(int planes, SortedMap<Integer, int[]> bySegment) {

  private static final int SHARED_GROUPS = 0x52009229;
  private static final int FRAME_GROUPS = 0x52009230;
  private static final int SEGMENT_IDENTIFICATION = 0x0062000A;
  private static final int REFERENCED_SEGMENT = 0x0062000B;
  private static final int PLANE_POSITION = 0x00209113;
  private static final int POSITION = 0x00200032;
  private static final int PLANE_ORIENTATION = 0x00209116;
  private static final int ORIENTATION = 0x00200037;

  /** Positions are the same that differ by less, in mm: they are written in decimal digits. */
  private static final double SAME = 1e-3;

  /** The tags of the sequences that are read here. */
  static final List<Integer> SEQUENCES =
      List.of(
          SHARED_GROUPS, FRAME_GROUPS, SEGMENT_IDENTIFICATION, PLANE_POSITION, PLANE_ORIENTATION);

  /** Where a frame is along the normal of the planes, and what it is of. */
  private record Frame(int index, int segment, Optional<Double> depth) {}

  /**
   * Reads where frames lie.
   *
   * @param count how many there are
   * @param isLabelMap whether a frame is of all segments, which then are number 0
   */
  static DicomFrames of(DicomData data, int count, boolean isLabelMap) throws InputException {
    List<DicomData> groups = data.items(FRAME_GROUPS);
    if (groups.size() != count && !(isLabelMap && groups.isEmpty())) {
      throw new InputException(
          "it describes %d frames, expected %d as their number says"
              .formatted(groups.size(), count));
    }
    Optional<DicomData> shared = data.item(SHARED_GROUPS);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<DicomData> own = groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(i));
      int segment = 0;
      if (!isLabelMap) {
        segment =
            group(own, shared, SEGMENT_IDENTIFICATION)
                .orElseThrow(() -> new InputException("one of its frames is of no segment"))
                .number(REFERENCED_SEGMENT, "segment number");
      }
      frames.add(new Frame(i, segment, depth(own, shared)));
    }
    return place(frames);
  }

  private static Optional<DicomData> group(
      Optional<DicomData> own, Optional<DicomData> shared, int tag) {
    return own.flatMap(groups -> groups.item(tag))
        .or(() -> shared.flatMap(groups -> groups.item(tag)));
  }

  /** Returns how far along the normal of the planes a frame lies. */
  private static Optional<Double> depth(Optional<DicomData> own, Optional<DicomData> shared)
      throws InputException {
    Optional<DicomData> position = group(own, shared, PLANE_POSITION);
    Optional<DicomData> orientation = group(own, shared, PLANE_ORIENTATION);
    if (position.isEmpty() || orientation.isEmpty()) {
      return Optional.empty();
    }
    double[] p = position.get().decimals(POSITION, "position", 3);
    double[] o = orientation.get().decimals(ORIENTATION, "orientation", 6);
    return Optional.of(
        p[0] * (o[1] * o[5] - o[2] * o[4])
            + p[1] * (o[2] * o[3] - o[0] * o[5])
            + p[2] * (o[0] * o[4] - o[1] * o[3]));
  }

  /** Returns one plane alone. */
  DicomFrames plane(int index) {
    SortedMap<Integer, int[]> plane = new TreeMap<>();
    bySegment.forEach((segment, planes) -> plane.put(segment, new int[] {planes[index]}));
    return new DicomFrames(1, plane);
  }

  private static DicomFrames place(List<Frame> frames) throws InputException {
    boolean isPlaced = frames.stream().allMatch(frame -> frame.depth().isPresent());
    List<Double> depths = isPlaced ? depths(frames) : List.of();
    int planes = depths.size();
    SortedMap<Integer, List<Integer>> ofSegments = new TreeMap<>();
    for (Frame frame : frames) {
      List<Integer> own = ofSegments.computeIfAbsent(frame.segment(), key -> new ArrayList<>());
      int plane = own.size();
      if (isPlaced) {
        int found = Collections.binarySearch(depths, frame.depth().get() - SAME);
        plane = found >= 0 ? found : -1 - found;
      }
      while (own.size() <= plane) {
        own.add(-1);
      }
      if (own.get(plane) >= 0) {
        throw new InputException(
            "two of its frames of segment %d lie at the same place, frames %d and %d"
                .formatted(frame.segment(), own.get(plane) + 1, frame.index() + 1));
      }
      own.set(plane, frame.index());
      planes = Math.max(planes, own.size());
    }
    SortedMap<Integer, int[]> bySegment = new TreeMap<>();
    for (int segment : ofSegments.keySet()) {
      List<Integer> own = ofSegments.get(segment);
      int[] all = new int[planes];
      for (int plane = 0; plane < planes; plane++) {
        all[plane] = plane < own.size() ? own.get(plane) : -1;
      }
      bySegment.put(segment, all);
    }
    return new DicomFrames(planes, bySegment);
  }

  /** The different depths of planes, in ascending order. */
  private static List<Double> depths(List<Frame> frames) {
    List<Double> depths = new ArrayList<>();
    for (double depth : frames.stream().map(frame -> frame.depth().get()).sorted().toList()) {
      if (depths.isEmpty() || depth - depths.getLast() >= SAME) {
        depths.add(depth);
      }
    }
    return depths;
  }
}
