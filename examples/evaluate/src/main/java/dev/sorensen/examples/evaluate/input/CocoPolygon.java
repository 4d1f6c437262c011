package dev.sorensen.examples.evaluate.input;

import java.util.Arrays;

/**
 * Draws polygons as cocoapi does, pixel for pixel: edges are walked in steps of a fifth of a pixel,
 * and where they pass the middle of a column, the pixels below change sides.
 */
final class CocoPolygon {

  private static final double STEPS = 5;

  private final int height;
  private final int width;

  /** Where in the image, column after column, background and foreground change. */
  private int[] changes = new int[64];

  private int size;

  private CocoPolygon(int height, int width) {
    this.height = height;
    this.width = width;
  }

  /**
   * Draws a polygon.
   *
   * @param points x and y of each corner in turn, at least three corners
   */
  static ColumnRuns draw(int height, int width, double[] points) {
    CocoPolygon polygon = new CocoPolygon(height, width);
    int corners = points.length / 2;
    int[] x = new int[corners + 1];
    int[] y = new int[corners + 1];
    for (int i = 0; i <= corners; i++) {
      x[i] = (int) (STEPS * points[2 * (i % corners)] + 0.5);
      y[i] = (int) (STEPS * points[2 * (i % corners) + 1] + 0.5);
    }
    polygon.walk(x, y);
    return polygon.runs();
  }

  private void walk(int[] x, int[] y) {
    int lastX = 0;
    int lastY = 0;
    boolean isFirst = true;
    for (int edge = 0; edge + 1 < x.length; edge++) {
      int dx = Math.abs(x[edge + 1] - x[edge]);
      int dy = Math.abs(y[edge + 1] - y[edge]);
      int steps = Math.max(dx, dy);
      // From the end that lies left, or above, so that an edge is the same in both directions.
      boolean isTurned = dx >= dy ? x[edge] > x[edge + 1] : y[edge] > y[edge + 1];
      int from = isTurned ? edge + 1 : edge;
      int to = isTurned ? edge : edge + 1;
      for (int i = 0; i <= steps; i++) {
        int t = isTurned ? steps - i : i;
        int nextX;
        int nextY;
        if (dx >= dy) {
          double slope = steps == 0 ? 0 : (double) (y[to] - y[from]) / steps;
          nextX = t + x[from];
          nextY = (int) (y[from] + slope * t + 0.5);
        } else {
          double slope = (double) (x[to] - x[from]) / steps;
          nextX = (int) (x[from] + slope * t + 0.5);
          nextY = t + y[from];
        }
        if (!isFirst && nextX != lastX) {
          step(lastX, lastY, nextX, nextY);
        }
        isFirst = false;
        lastX = nextX;
        lastY = nextY;
      }
    }
  }

  /** Marks a change if a step passes the middle of a column. */
  private void step(int lastX, int lastY, int x, int y) {
    double column = (Math.min(x, lastX) + 0.5) / STEPS - 0.5;
    if (Math.floor(column) != column || column < 0 || column > width - 1) {
      return;
    }
    double row = Math.ceil(Math.clamp((Math.min(y, lastY) + 0.5) / STEPS - 0.5, 0.0, height));
    if (size == changes.length) {
      changes = Arrays.copyOf(changes, 2 * size);
    }
    changes[size++] = (int) (column * height + row);
  }

  private ColumnRuns runs() {
    Arrays.sort(changes, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      // Two changes in one place are none.
      if (kept > 0 && changes[kept - 1] == changes[i]) {
        kept--;
      } else {
        changes[kept++] = changes[i];
      }
    }
    int[] counts = new int[kept + 1];
    int last = 0;
    for (int i = 0; i < kept; i++) {
      counts[i] = changes[i] - last;
      last = changes[i];
    }
    counts[kept] = height * width - last;
    return new ColumnRuns(height, width, counts);
  }
}
