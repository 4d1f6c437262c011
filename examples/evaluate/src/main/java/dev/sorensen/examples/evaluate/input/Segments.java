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
  // What few have; changed in a copy alone, before anyone else sees it.
  private Optional<LongFunction<Segments>> planes = Optional.empty();
  private Optional<Placement> placement = Optional.empty();
  private Optional<SparsePlanes> sparsePlanes = Optional.empty();
  private Optional<ObjectCount> objects = Optional.empty();
  private Optional<Segments> byColumns = Optional.empty();
  private double threshold = SoftMask.THRESHOLD;

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
    this.shape = shape;
    this.type = type;
    this.names = Map.copyOf(names);
    this.masks = new TreeMap<>(masks);
    this.foreground = foreground;
  }

  private Segments copy() {
    Segments copy = new Segments(shape, type, names, masks, foreground);
    copy.planes = planes;
    copy.placement = placement;
    copy.sparsePlanes = sparsePlanes;
    copy.objects = objects;
    copy.byColumns = byColumns;
    copy.threshold = threshold;
    return copy;
  }

  /**
   * Returns the same of several planes.
   *
   * @param planes makes the segments of a plane by itself
   * @param placement where the voxels lie, if the file says that
   * @param sparsePlanes puts them on another grid
   */
  Segments inPlanes(
      LongFunction<Segments> planes, Optional<Placement> placement, SparsePlanes sparsePlanes) {
    Segments copy = copy();
    copy.planes = Optional.of(planes);
    copy.placement = placement;
    copy.sparsePlanes = Optional.of(sparsePlanes);
    return copy;
  }

  /**
   * Returns the same made of objects.
   *
   * @param objects how many there are
   * @param byColumns the same with another order of the voxels, as the file has it
   */
  Segments ofObjects(ObjectCount objects, Segments byColumns) {
    Segments copy = copy();
    copy.objects = Optional.of(objects);
    copy.byColumns = Optional.of(byColumns);
    return copy;
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
  public Optional<Placement> placement() {
    return placement;
  }

  @Override
  public Optional<SparsePlanes> sparsePlanes() {
    return sparsePlanes;
  }

  @Override
  public Segments above(double other) {
    Segments copy = copy();
    copy.threshold = other;
    return copy;
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
