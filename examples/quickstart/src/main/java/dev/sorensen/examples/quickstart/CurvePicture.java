package dev.sorensen.examples.quickstart;

import static java.util.stream.Collectors.joining;

import dev.sorensen.examples.quickstart.OverlapCurve.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws points as an SVG file that can be read on a light page and on a dark one. */
final class CurvePicture {

  private static final int LEFT = 84;
  private static final int TOP = 28;
  private static final int PLOT_WIDTH = 560;
  private static final int PLOT_HEIGHT = 300;
  private static final int BOTTOM = TOP + PLOT_HEIGHT;

  /** Of the squares below the ticks. */
  private static final int SQUARE = 26;

  /** Blue and vermilion of Okabe and Ito, which differ for every kind of colour vision. */
  private static final String DICE = "#0072b2";

  private static final String LOSS = "#d55e00";

  private final StringBuilder svg = new StringBuilder();

  private CurvePicture() {}

  /** Returns the text of the file. */
  static String of(List<Point> points) {
    CurvePicture picture = new CurvePicture();
    picture.begin();
    for (int percent = 0; percent <= 100; percent += 25) {
      picture.tick(percent);
    }
    picture.axes();
    picture.line(points, Point::dice, DICE, "");
    picture.line(points, Point::loss, LOSS, " stroke-dasharray='7 4'");
    for (Point point : points) {
      if (point.columns() % 2 == 0) {
        picture.diceMark(x(point.overlap()), y(point.dice()));
        picture.lossMark(x(point.overlap()), y(point.loss()));
      }
    }
    picture.legend();
    return picture.svg.append("</svg>\n").toString();
  }

  private static double x(double overlap) {
    return LEFT + PLOT_WIDTH * overlap;
  }

  private static double y(double value) {
    return BOTTOM - PLOT_HEIGHT * value;
  }

  private void begin() {
    add(
        """
        <svg xmlns='http://www.w3.org/2000/svg' width='680' height='450' viewBox='0 0 680 450'
            font-family='Helvetica, Arial, sans-serif' font-size='14' fill='#24292f' role='img'>
        <title>The Dice coefficient and the Dice loss as the overlap of two masks grows</title>
        <rect x='0.5' y='0.5' width='679' height='449' rx='8' fill='#ffffff' stroke='#d0d7de'/>
        """);
  }

  /** A tick on either axis, with its number, and the masks that overlap so much. */
  private void tick(int percent) {
    double x = x(percent / 100.0);
    double y = y(percent / 100.0);
    add(
        """
        <path d='M%.1f %d V%d M%d %.1f H%d' stroke='#d8dee4'/>
        <text x='%.1f' y='%d' text-anchor='middle'>%d %%</text>
        <text x='%d' y='%.1f' text-anchor='end'>%.2f</text>
        """,
        x,
        TOP,
        BOTTOM + 6,
        LEFT - 6,
        y,
        LEFT + PLOT_WIDTH,
        x,
        BOTTOM + 24,
        percent,
        LEFT - 12,
        y + 5,
        percent / 100.0);
    double pushed = SQUARE * (1 - percent / 100.0);
    double left = x - (SQUARE + pushed) / 2;
    add(
        """
        <rect x='%.1f' y='%d' width='%d' height='%d' fill='#afb8c1'/>
        <rect x='%.1f' y='%d' width='%d' height='%d' fill='none' stroke='#24292f' stroke-width='2'/>
        """,
        left + pushed, BOTTOM + 38, SQUARE, SQUARE, left, BOTTOM + 38, SQUARE, SQUARE);
  }

  private void axes() {
    add(
        """
        <path d='M%d %d V%d H%d' fill='none' stroke='#24292f' stroke-width='1.5'/>
        <text x='%d' y='%d' text-anchor='middle'>overlap, in %% of either mask \
        (prediction grey, truth outlined)</text>
        <text transform='translate(24 %d) rotate(-90)' text-anchor='middle'>value</text>
        """,
        LEFT,
        TOP,
        BOTTOM,
        LEFT + PLOT_WIDTH,
        LEFT + PLOT_WIDTH / 2,
        BOTTOM + 96,
        TOP + PLOT_HEIGHT / 2);
  }

  private void line(
      List<Point> points, ToDoubleFunction<Point> value, String colour, String dashes) {
    add(
        """
        <polyline fill='none' stroke='%s' stroke-width='2.5'%s
            points='%s'/>
        """,
        colour,
        dashes,
        points.stream()
            .map(point -> format("%.1f,%.1f", x(point.overlap()), y(value.applyAsDouble(point))))
            .collect(joining(" ")));
  }

  private void diceMark(double x, double y) {
    add("<circle cx='%.1f' cy='%.1f' r='4.5' fill='%s'/>\n", x, y, DICE);
  }

  private void lossMark(double x, double y) {
    add(
        """
        <rect x='%.1f' y='%.1f' width='9' height='9' fill='#ffffff' stroke='%s' stroke-width='2'/>
        """,
        x - 4.5, y - 4.5, LOSS);
  }

  private void legend() {
    int x = LEFT + PLOT_WIDTH / 2 - 80;
    legendLine(x, TOP + 26, DICE, "");
    diceMark(x + 24, TOP + 26);
    add("<text x='%d' y='%d'>Dice coefficient</text>\n", x + 60, TOP + 31);
    legendLine(x, TOP + 50, LOSS, " stroke-dasharray='7 4'");
    lossMark(x + 24, TOP + 50);
    add("<text x='%d' y='%d'>Dice loss</text>\n", x + 60, TOP + 55);
  }

  private void legendLine(int x, int y, String colour, String dashes) {
    add("<path d='M%d %d h48' stroke='%s' stroke-width='2.5'%s/>\n", x, y, colour, dashes);
  }

  private void add(String format, Object... arguments) {
    svg.append(format(format, arguments));
  }

  /** The same in every country. */
  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
