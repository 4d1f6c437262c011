package dev.sorensen.examples.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a row further variants, in a JMH class of their own: those that need a library that is not
 * always there. The class has the parameter {@code size}, as rows have.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface VariantsOf {

  /** The row, a class with {@link Workload}. */
  Class<?> value();
}
