package dev.sorensen.examples.evaluate.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where the frames of a DICOM segmentation lie: frames of several segments may show the same plane,
 * planes may come in any order, and those without foreground may be left out. Planes are in the
 * order of their positions, as in DICOM PS3.3, C.7.6.16 has them, or of the frames if those say
 * none.
 *
 * @param planes how many planes there are
 * @param bySegment of each segment, by its number, the frame of each plane, or -1
 * @param placement where the voxels lie, if that is said
 */
record DicomFrames(int planes, SortedMap<Integer, int[]> bySegment, Optional<Placement> placement) {

  private static final int SHARED_GROUPS = 0x52009229;
  private static final int FRAME_GROUPS = 0x52009230;
  private static final int SEGMENT_IDENTIFICATION = 0x0062000A;
  private static final int REFERENCED_SEGMENT = 0x0062000B;

  /** Positions are the same that differ by less, in mm: they are written in decimal digits. */
  private static final double SAME = 1e-3;

  /** How far a plane may be from where an even grid has it, in distances of planes. */
  private static final double UNEVEN = 0.05;

  /** No gaps are filled in a grid of more. */
  private static final int MOST_PLANES = 10_000;

  /** The tags of the sequences that are read here. */
  static final List<Integer> SEQUENCES =
      Stream.concat(
              Stream.of(SHARED_GROUPS, FRAME_GROUPS, SEGMENT_IDENTIFICATION),
              DicomPlane.SEQUENCES.stream())
          .toList();

  /** Where a frame lies, and what it is of. */
  private record Frame(int index, int segment, Optional<DicomPlane> plane) {}

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
      DicomGroups own =
          new DicomGroups(groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(i)), shared);
      int segment = 0;
      if (!isLabelMap) {
        segment =
            own.find(SEGMENT_IDENTIFICATION)
                .orElseThrow(() -> new InputException("one of its frames is of no segment"))
                .number(REFERENCED_SEGMENT, "segment number");
      }
      frames.add(new Frame(i, segment, DicomPlane.of(own)));
    }
    return place(frames);
  }

  /** Returns one plane alone. */
  DicomFrames plane(int index) {
    SortedMap<Integer, int[]> plane = new TreeMap<>();
    bySegment.forEach((segment, planes) -> plane.put(segment, new int[] {planes[index]}));
    return new DicomFrames(1, plane, Optional.empty());
  }

  private static DicomFrames place(List<Frame> frames) throws InputException {
    boolean isPlaced = frames.stream().allMatch(frame -> frame.plane().isPresent());
    List<Double> depths = isPlaced ? depths(frames) : List.of();
    int planes = depths.size();
    SortedMap<Integer, List<Integer>> ofSegments = new TreeMap<>();
    for (Frame frame : frames) {
      List<Integer> own = ofSegments.computeIfAbsent(frame.segment(), key -> new ArrayList<>());
      int plane = own.size();
      if (isPlaced) {
        int found = Collections.binarySearch(depths, frame.plane().get().depth() - SAME);
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
    return new DicomFrames(
        planes,
        bySegment,
        isPlaced
            ? DicomPlane.placement(
                frames.stream().map(frame -> frame.plane().get()).toList(), planes)
            : Optional.empty());
  }

  /** The depths of planes, in ascending order. */
  private static List<Double> depths(List<Frame> frames) {
    List<Double> depths = new ArrayList<>();
    for (double depth :
        frames.stream().map(frame -> frame.plane().get().depth()).sorted().toList()) {
      if (depths.isEmpty() || depth - depths.getLast() >= SAME) {
        depths.add(depth);
      }
    }
    return withGapsFilled(depths);
  }

  /**
   * Adds planes that no frame shows, as writers leave out those without foreground: where all
   * distances are multiples of the least.
   */
  private static List<Double> withGapsFilled(List<Double> depths) {
    double step = Double.POSITIVE_INFINITY;
    for (int i = 1; i < depths.size(); i++) {
      step = Math.min(step, depths.get(i) - depths.get(i - 1));
    }
    List<Double> filled = new ArrayList<>();
    for (double depth : depths) {
      double last = filled.isEmpty() ? depth : filled.getLast();
      long steps = Math.round((depth - last) / step);
      boolean isEven = Math.abs(depth - last - steps * step) <= UNEVEN * step;
      if (!filled.isEmpty() && (!isEven || filled.size() + steps > MOST_PLANES)) {
        return depths;
      }
      for (long i = 1; i < steps; i++) {
        filled.add(last + i * (depth - last) / steps);
      }
      filled.add(depth);
    }
    return filled;
  }
}
