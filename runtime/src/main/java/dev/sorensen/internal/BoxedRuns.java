package dev.sorensen.internal;

import dev.sorensen.RunEncoding;
import org.jspecify.annotations.Nullable;

/** The runs of a mask that is compared with many: read once, with the box that they lie in. */
public final class BoxedRuns implements Boxed {

  private final RunBounds runs;
  private final MaskBox box;

  /** The runs by row, if no row has several. */
  private final @Nullable RowRuns rows;

  private BoxedRuns(RunBounds runs, MaskBox box) {
    this.runs = runs;
    this.box = box;
    this.rows = RowRuns.of(runs, box);
  }

  /** Returns runs that have been checked, with their box. */
  public static BoxedRuns of(int[] runs, RunEncoding encoding, long width, long pixels) {
    RunBounds bounds = RunBounds.of(runs, encoding);
    return new BoxedRuns(bounds, MaskBox.ofRuns(bounds, width, pixels));
  }

  @Override
  public MaskBox box() {
    return box;
  }

  /** Returns how many pixels both masks share. */
  long shared(BoxedRuns other) {
    return rows != null && other.rows != null && rows.hasRowsLike(other.rows)
        ? rows.shared(other.rows)
        : runs.shared(other.runs);
  }
}
