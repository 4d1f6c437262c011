package dev.sorensen.processor.model;

/** A prediction type with a truth type, which may be the same, whose evaluator is measured. */
public record BenchmarkPair(ConstructibleMask prediction, ConstructibleMask truth) {

  /** Returns whether the truth is of the prediction's type. */
  public boolean ofOneType() {
    return prediction.equals(truth);
  }

  /** Returns the simple name of the benchmark. */
  public String className() {
    String evaluator = prediction.mask().type().evaluatorName();
    return ofOneType()
        ? evaluator + "Benchmark"
        : evaluator + "Against" + truth.mask().type().flatName() + "Benchmark";
  }

  /** Returns the qualified name of the benchmark. */
  public String qualifiedClassName() {
    return prediction.mask().type().inItsPackage(className());
  }
}
