package dev.sorensen.reference;

import dev.sorensen.RunEncoding;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Foreground runs by their first pixel, each with the first pixel after it. */
record Runs(NavigableMap<Long, Long> ends, long pixels) implements MaskView {

  static Runs of(Integers runs, RunEncoding encoding, long pixels) {
    NavigableMap<Long, Long> ends = new TreeMap<>();
    long position = 0;
    for (long i = 0; i + 1 < runs.length(); i += 2) {
      long start =
          switch (encoding) {
            case START_LENGTH, START_END -> runs.at(i);
            case COUNTS -> position + runs.at(i);
          };
      long end =
          switch (encoding) {
            case START_LENGTH, COUNTS -> start + runs.at(i + 1);
            case START_END -> runs.at(i + 1);
          };
      if (end > start) {
        ends.put(start, end);
      }
      position = end;
    }
    return new Runs(ends, pixels);
  }

  @Override
  public boolean foreground(long pixel) {
    Map.Entry<Long, Long> run = ends.floorEntry(pixel);
    return run != null && pixel < run.getValue();
  }
}
