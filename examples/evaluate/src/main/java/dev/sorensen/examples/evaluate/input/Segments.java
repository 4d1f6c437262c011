package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Labels that have a mask each, so that a voxel may have several. Masks are made when they are
 * asked for: all at once could be far larger than their file.
 */
public final class Segments implements Segmentation {

  private final Shape shape;
  private final String type;
  private final Map<Long, String> names;
  private final SortedMap<Long, Supplier<Mask>> masks;
  private final Supplier<Mask> foreground;
  private final Optional<LongFunction<Segments>> planes;
  private final Optional<Segments> byColumns;
  private final Optional<ObjectCount> objects;
  private final double threshold;

  /**
   * Makes those of one plane.
   *
   * @param names what the file calls labels
   * @param masks the mask of each label
   * @param foreground makes the mask of the voxels that have any label
   */
  Segments(
      Shape shape,
      String type,
      Map<Long, String> names,
      SortedMap<Long, Supplier<Mask>> masks,
      Supplier<Mask> foreground) {
    this(
        shape,
        type,
        names,
        masks,
        foreground,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SoftMask.THRESHOLD);
  }

  /** Returns the same with a function that makes the segments of each plane by itself. */
  Segments inPlanes(LongFunction<Segments> planes) {
    return new Segments(
        shape, type, names, masks, foreground, Optional.of(planes), objects, byColumns, threshold);
  }

  /**
   * Returns the same made of objects.
   *
   * @param objects how many there are
   * @param byColumns the same with another order of the voxels, as the file has it
   */
  Segments ofObjects(ObjectCount objects, Segments byColumns) {
    return new Segments(
        shape,
        type,
        names,
        masks,
        foreground,
        planes,
        Optional.of(objects),
        Optional.of(byColumns),
        threshold);
  }

  private Segments(
      Shape shape,
      String type,
      Map<Long, String> names,
      SortedMap<Long, Supplier<Mask>> masks,
      Supplier<Mask> foreground,
      Optional<LongFunction<Segments>> planes,
      Optional<ObjectCount> objects,
      Optional<Segments> byColumns,
      double threshold) {
    this.threshold = threshold;
    this.planes = planes;
    this.objects = objects;
    this.byColumns = byColumns;
    this.shape = shape;
    this.type = type;
    this.names = Map.copyOf(names);
    this.masks = new TreeMap<>(masks);
    this.foreground = foreground;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Map<Long, String> labelNames() {
    return names;
  }

  /**
   * Returns the same as the file has it, if that is one column after another: to be compared with
   * others of that order without turning both.
   */
  public Optional<Segments> byColumns() {
    return byColumns;
  }

  /** Returns the labels, in ascending order. */
  public SortedSet<Long> labels() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(masks.keySet()));
  }

  /** Returns the mask of one of the labels. */
  public Mask mask(long label) {
    return masks.get(label).get().above(threshold);
  }

  @Override
  public Segments above(double other) {
    return new Segments(shape, type, names, masks, foreground, planes, objects, byColumns, other);
  }

  @Override
  public Segments plane(long index) {
    return planes.map(plane -> plane.apply(index).above(threshold)).orElse(this);
  }

  @Override
  public Optional<SoftMask> probabilities() {
    return any() instanceof SoftMask soft ? Optional.of(soft) : Optional.empty();
  }

  @Override
  public Optional<ObjectCount> objects() {
    return objects;
  }

  @Override
  public Mask foreground() {
    return any().above(threshold);
  }

  private Mask any() {
    return (masks.size() == 1 ? masks.get(masks.firstKey()) : foreground).get();
  }
}
