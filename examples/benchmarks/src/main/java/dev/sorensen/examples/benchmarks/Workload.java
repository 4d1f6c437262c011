package dev.sorensen.examples.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a JMH class a row of the table. Its benchmark methods are variants of one kernel on the
 * same data, and all return the same quantity; {@code sorensen} is ours, and {@code read} or {@code
 * readWrite} only touches the data.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Workload {

  /** The row's name. */
  String kernel();

  /**
   * The bytes that a kernel must at least touch for a pixel, of both masks; 0 where the data has no
   * fixed number of bytes a pixel, which leaves GB/s out.
   */
  double bytesPerPixel() default 0;

  /** How far results of variants may lie apart, relative to the larger. */
  double tolerance() default 1e-12;

  /** Third-party files in {@link SharedData} without which the row is left out. */
  String[] files() default {};
}
