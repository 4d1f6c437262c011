package dev.sorensen.processor.kernel;

import dev.sorensen.RunEncoding;
import dev.sorensen.processor.model.ArrayElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What is done with a block of a pair of masks. The kinds differ in what the loop steps over. */
public sealed interface Kernel {

  /** Returns the name of its method. */
  String name();

  /** Returns the masks that it reads. */
  default Set<Side> sides() {
    return EnumSet.allOf(Side.class);
  }

  /** A kernel that follows a program. */
  sealed interface Programmed extends Kernel {
    /** Returns what it reads. */
    Operands operands();

    /** Returns what it does with each pixel. */
    Program program();

    @Override
    default Set<Side> sides() {
      return program().sides();
    }
  }

  /** A kernel that makes a number for each pixel, in elements of the prediction's type. */
  sealed interface Mapping extends Programmed {
    /** Returns what it makes. */
    Value value();

    @Override
    default Program program() {
      return new Program(List.of(new Total(value().name(), value())), false);
    }
  }

  /** Indicators in words of 64 pixels: totals are bit counts. */
  record WordCounts(String name, Operands operands, Program program) implements Programmed {}

  /** Indicators by pixel, in elements of one type: totals are counts. */
  record PixelCounts(String name, Operands operands, Program program) implements Programmed {

    /** Returns the elements, which are alike in the masks that it reads. */
    public ArrayElement element() {
      return operands.of(sides().iterator().next()).element();
    }
  }

  /** Numbers by pixel, in elements of one type: totals are sums. */
  record PixelSums(String name, Operands operands, Program program) implements Programmed {}

  /**
   * Numbers of the prediction by pixel, and indicators of the truth in words: totals are sums of
   * numbers, some where an indicator says yes, and bit counts.
   */
  record SelectedSums(String name, Operands operands, Program program) implements Programmed {}

  /** Indicators in words of 64 pixels: each total is stored, as words. */
  record Indicators(String name, Operands operands, Program program) implements Programmed {}

  /** A number for each pixel, made of numbers by pixel, in elements of one type. */
  record PixelMap(String name, Operands operands, Value value) implements Mapping {}

  /** A number for each pixel, made of numbers of the prediction and, in words, indicators. */
  record SelectedMap(String name, Operands operands, Value value) implements Mapping {}

  /**
   * Two label maps: a stretch in which neither changes is counted at once, for each class. Labels
   * to ignore count as the plan of a pair says.
   *
   * @param comparison counts one class where labels change often, if that is faster there
   */
  record LabelStretches(
      String name,
      Operands operands,
      int classes,
      OptionalInt predictionIgnored,
      OptionalInt truthIgnored,
      Optional<PixelCounts> comparison)
      implements Kernel {

    /** Returns whether labels to ignore are why classes are not compared throughout. */
    public boolean isForIgnoredLabels() {
      return classes <= LabelMapLimits.MOST_COMPARED_CLASSES;
    }

    /** Returns whether plain Java compares classes throughout, and looks for no stretches. */
    public boolean comparesInPlainJava() {
      return comparison.isPresent() && classes <= LabelMapLimits.MOST_COMPARED_BY_PLAIN_JAVA;
    }

    /** Returns whether a table of pairs of labels is worth it: it takes one count for three. */
    public boolean hasJoint() {
      return classes <= LabelMapLimits.MOST_JOINT_CLASSES;
    }

    /** Returns how often labels may change among 256 pixels before classes are compared. */
    public int mostChanges() {
      return LabelMapLimits.CHANGES_BY_CLASS * classes;
    }

    /** Returns how often they may change among 64 pixels before these are counted one by one. */
    public int mostChangesOfStretches() {
      return LabelMapLimits.MANY_CHANGES;
    }
  }

  /** The number of the class with the largest value, for each pixel of a mask with planes. */
  record Largest(String name, Side side, Operand operand, int classes) implements Kernel {
    @Override
    public Set<Side> sides() {
      return EnumSet.of(side);
    }
  }

  /** Two lists of runs: the total is the length that they share. */
  record RunMerge(String name, RunEncoding prediction, RunEncoding truth) implements Kernel {}
}
