package dev.sorensen.examples.evaluate.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Where the frames of a DICOM segmentation lie: frames of several segments may show the same plane,
 * planes may come in any order, and those without foreground may be left out. Planes are in the
 * order of their positions, as in DICOM PS3.3, C.7.6.16 has them, or of the frames if those say
 * none.
 *
 * @param frames all frames
 * @param planes how many planes there are
 * @param bySegment of each segment, by its number, the frame of each plane, or -1
 * @param placement where the voxels lie, if that is said
 */
record DicomFrames(
    List<Frame> frames,
    int planes,
    SortedMap<Integer, int[]> bySegment,
    Optional<Placement> placement) {

  private static final int SHARED_GROUPS = 0x52009229;
  private static final int FRAME_GROUPS = 0x52009230;
  private static final int SEGMENT_IDENTIFICATION = 0x0062000A;
  private static final int REFERENCED_SEGMENT = 0x0062000B;

  /** Positions are the same that differ by less, in mm: they are written in decimal digits. */
  private static final double SAME = 1e-3;

  /** How far a plane may be from where an even grid has it, in distances of planes. */
  private static final double UNEVEN = 0.05;

  /** The tags of the sequences that are read here. */
  static final List<Integer> SEQUENCES =
      Stream.concat(
              Stream.of(SHARED_GROUPS, FRAME_GROUPS, SEGMENT_IDENTIFICATION),
              DicomPlane.SEQUENCES.stream())
          .toList();

  /** Where a frame lies, and what it is of. */
  record Frame(int index, int segment, Optional<DicomPlane> plane) {}

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
    return new DicomFrames(List.of(), 1, plane, Optional.empty());
  }

  /**
   * Returns which planes of a grid the frames show; nothing if one lies elsewhere.
   *
   * @param shape of a frame
   */
  Optional<SparsePlanes.Range> indices(Placement grid, Shape shape) {
    Optional<SparsePlanes.Range> range = Optional.empty();
    for (Frame frame : frames) {
      Optional<Placement> own = frame.plane().flatMap(DicomPlane::placement);
      Optional<Long> index = own.flatMap(placed -> grid.planeNear(placed.origin()));
      if (index.isEmpty() || own.get().distance(grid.movedAcross(index.get()), shape).isPresent()) {
        return Optional.empty();
      }
      SparsePlanes.Range one = new SparsePlanes.Range(index.get(), index.get() + 1);
      range = Optional.of(range.map(one::with).orElse(one));
    }
    return range;
  }

  /**
   * Returns the same with all planes of a grid.
   *
   * @param count how many planes it has, among them all that frames show
   */
  DicomFrames on(Placement grid, int count) throws InputException {
    return place(
        frames,
        frame -> grid.planeNear(frame.plane().get().position()).get().intValue(),
        count,
        Optional.of(grid));
  }

  private static DicomFrames place(List<Frame> frames) throws InputException {
    boolean isPlaced = frames.stream().allMatch(frame -> frame.plane().isPresent());
    if (!isPlaced) {
      Map<Integer, Integer> next = new HashMap<>();
      int[] planes =
          frames.stream().mapToInt(f -> next.merge(f.segment(), 1, Integer::sum) - 1).toArray();
      int most = Collections.max(next.values());
      return place(frames, frame -> planes[frame.index()], most, Optional.empty());
    }
    List<Double> depths = depths(frames);
    List<DicomPlane> shown = frames.stream().map(frame -> frame.plane().get()).toList();
    return place(
        frames,
        frame -> {
          int found = Collections.binarySearch(depths, frame.plane().get().depth() - SAME);
          return found >= 0 ? found : -1 - found;
        },
        depths.size(),
        DicomPlane.placement(shown, depths.size()));
  }

  private static DicomFrames place(
      List<Frame> frames, ToIntFunction<Frame> planeOf, int planes, Optional<Placement> placement)
      throws InputException {
    SortedMap<Integer, int[]> bySegment = new TreeMap<>();
    for (Frame frame : frames) {
      int[] own = bySegment.computeIfAbsent(frame.segment(), key -> none(planes));
      int plane = planeOf.applyAsInt(frame);
      if (own[plane] >= 0) {
        throw new InputException(
            "two of its frames of segment %d lie at the same place, frames %d and %d"
                .formatted(frame.segment(), own[plane] + 1, frame.index() + 1));
      }
      own[plane] = frame.index();
    }
    return new DicomFrames(frames, planes, bySegment, placement);
  }

  private static int[] none(int planes) {
    int[] none = new int[planes];
    Arrays.fill(none, -1);
    return none;
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
      if (!filled.isEmpty() && (!isEven || filled.size() + steps > SparsePlanes.MOST)) {
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
