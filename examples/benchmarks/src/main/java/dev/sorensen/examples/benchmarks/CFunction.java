package dev.sorensen.examples.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a variant calls C, and is left out where that function cannot be compiled. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface CFunction {

  /** The source file in {@code src/main/c}, without {@code .c}. */
  String library();

  /** The function that the variant calls. */
  String symbol();
}
