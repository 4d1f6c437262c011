package dev.sorensen.processor.kernel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One way over a pair of masks, block by block and, where there are several, class by class.
 *
 * @param kernel what is done with each block
 * @param result what is made of the totals
 * @param classes how many there are
 * @param checks of masks with labels, which are made once the pass is over
 */
public record Pass(Kernel kernel, Result result, int classes, List<LabelCheck> checks) {

  /** Copies the checks. */
  public Pass {
    checks = List.copyOf(checks);
  }

  /** A pass over binary masks. */
  static Pass of(Kernel kernel, Result result) {
    return new Pass(kernel, result, 1, List.of());
  }

  /** Returns the name of its method. */
  public String name() {
    return kernel.name();
  }

  /**
   * Returns the kernel that counts the pixels that the truth keeps, where a kernel of its own does.
   */
  public Optional<Kernel.PixelCounts> keptOfTruth() {
    return checks.stream()
        .filter(check -> check.side() == Side.TRUTH)
        .findAny()
        .flatMap(LabelCheck::kept);
  }

  /** Returns what the kernels read. */
  public Optional<Operands> operands() {
    return switch (kernel) {
      case Kernel.Programmed programmed -> Optional.of(programmed.operands());
      case Kernel.LabelStretches stretches -> Optional.of(stretches.operands());
      case Kernel.Largest largest -> Optional.empty();
      case Kernel.RunMerge merge -> Optional.empty();
    };
  }

  /** Returns the masks that it reads. */
  public Set<Side> sides() {
    Set<Side> sides = EnumSet.copyOf(kernel.sides());
    checks.forEach(check -> sides.add(check.side()));
    if (goesBackThroughSoftmax() || result instanceof Result.Sweep) {
      sides.add(Side.PREDICTION);
    }
    return sides;
  }

  /** Returns whether it makes a gradient by probabilities that a softmax has made. */
  public boolean goesBackThroughSoftmax() {
    return result instanceof Result.Gradient
        && operands().map(read -> read.prediction().feed() instanceof Feed.Softmax).orElse(false);
  }

  /** Returns every kernel of it. */
  public List<Kernel> kernels() {
    List<Kernel> kernels = new ArrayList<>();
    operands()
        .ifPresent(
            both -> {
              for (Side side : Side.values()) {
                largest(side, both.of(side)).ifPresent(kernels::add);
              }
            });
    checks.forEach(check -> check.kept().ifPresent(kernels::add));
    if (kernel instanceof Kernel.LabelStretches stretches) {
      stretches.comparison().ifPresent(kernels::add);
    }
    kernels.add(kernel);
    return kernels;
  }

  /** Returns the kernel that finds the largest class, where an operand is fed by it. */
  public static Optional<Kernel.Largest> largest(Side side, Operand operand) {
    return operand.feed() instanceof Feed.Largest(int classes)
        ? Optional.of(new Kernel.Largest("largest", side, operand, classes))
        : Optional.empty();
  }
}
