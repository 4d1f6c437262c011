package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;

/** The types of JMH, by name: it is the user's to have. */
final class Jmh {

  private static final String ANNOTATIONS = "org.openjdk.jmh.annotations";

  static final ClassName BENCHMARK = ClassName.get(ANNOTATIONS, "Benchmark");
  static final ClassName BENCHMARK_MODE = ClassName.get(ANNOTATIONS, "BenchmarkMode");
  static final ClassName FORK = ClassName.get(ANNOTATIONS, "Fork");
  static final ClassName LEVEL = ClassName.get(ANNOTATIONS, "Level");
  static final ClassName MEASUREMENT = ClassName.get(ANNOTATIONS, "Measurement");
  static final ClassName MODE = ClassName.get(ANNOTATIONS, "Mode");
  static final ClassName OUTPUT_TIME_UNIT = ClassName.get(ANNOTATIONS, "OutputTimeUnit");
  static final ClassName PARAM = ClassName.get(ANNOTATIONS, "Param");
  static final ClassName SCOPE = ClassName.get(ANNOTATIONS, "Scope");
  static final ClassName SETUP = ClassName.get(ANNOTATIONS, "Setup");
  static final ClassName STATE = ClassName.get(ANNOTATIONS, "State");
  static final ClassName WARMUP = ClassName.get(ANNOTATIONS, "Warmup");
  static final ClassName BENCHMARK_PARAMS =
      ClassName.get("org.openjdk.jmh.infra", "BenchmarkParams");

  private Jmh() {}
}
