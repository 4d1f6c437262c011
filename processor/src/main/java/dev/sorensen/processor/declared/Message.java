package dev.sorensen.processor.declared;

import java.util.Arrays;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/**
 * Every message of the processor. A text says what is wrong and how to mend it, and begins with an
 * id to search for.
 */
public enum Message {
  MASK_KIND(
      "@SegmentationMask is for classes, records and interfaces, and %s is %s. Put it on the type"
          + " that holds the pixels."),
  MASK_PRIVATE(
      "%s is private, so the evaluator cannot see it. Make it and the types around it at least"
          + " package-private."),
  MASK_INNER("%s is an inner class. Make it static, so that it stands without an outer object."),
  NAME_TAKEN("The %s of %s would be named %s, and %s. Rename one of them."),
  PIXELS_MISSING("%s has no @Pixels. Put it on the member that holds the data.%s"),
  PIXELS_TWICE("%s has more than one @Pixels: %s and %s. Leave it on the one with the data."),
  PIXELS_TYPE(
      "@Pixels %s is of type %s, which is no layout. Use long[] for bits, byte[] or"
          + " short[] for labels, float[] or double[] for probabilities or int[] for runs%s."),
  LAYOUT_MISSING(
      "@Pixels %s is a MemorySegment, which does not say what it holds. Name the layout:"
          + " layout = Layout.BYTE, for example."),
  EXTENT_TYPE("@Extent %s is of type %s. An extent is an int or a long."),
  EXTENT_MISSING(
      "%s has no @Extent, and its data (%s) does not say how many pixels there are. Put @Extent on"
          + " each dimension, outermost last.%s"),
  MEMBER_PRIVATE(
      "%s is private, so the evaluator cannot read it. Make it at least package-private, or put the"
          + " annotation on an accessor."),
  MEMBER_INVISIBLE(
      "%s is inherited from package %s and not public, so the evaluator in package %s cannot read"
          + " it. Make it public, or put the annotation on a public accessor."),
  MEMBER_HIDDEN(
      "Field %s of %s is hidden by a field of that name in %s, which the evaluator would read"
          + " instead. Rename one of the two, or put the annotation on an accessor."),
  MEMBER_STATIC("%s is static. A mask's data and extents belong to each mask: make it non-static."),
  MEMBER_PARAMETERS("%s has parameters. Put the annotation on an accessor that has none."),
  MEMBER_THROWS("%s throws the checked %s. Put the annotation on an accessor that does not."),
  LAYOUT_TYPE("Layout %s needs %s, and @Pixels %s is of type %s. Change one, or leave layout out."),
  ATTRIBUTE_LAYOUT("%s is for the layout %s, and this mask is %s. Leave it out."),
  LABEL_RANGE("%s is %d, and the labels of this mask are 0 to %d."),
  LABEL_IGNORED("Label %d is foreground and ignored at once. Change one of the two."),
  CLASSES_RANGE("classes is %d, and must be 1 to %d for the layout %s."),
  FOREGROUND_CLASSES(
      "foreground says what is foreground in a mask of one class, and this mask has %d. Leave one"
          + " of the two out."),
  TRUTH_NO_MASK("truths has %s, which is no @SegmentationMask. Annotate it, or leave it out."),
  TRUTH_CLASSES("truths has %s, which has %d classes, and this mask has %d. Give both as many."),
  TRUTH_INVISIBLE(
      "truths has %s, but %s is not public, so the evaluator in package %s cannot read it. Make it"
          + " public, or move the types into one package."),
  TRUTH_NO_EVALUATOR(
      "truths has %s, which was compiled before, but not its evaluator %s. Compile %s with this"
          + " processor too."),
  TRUTH_NAMES(
      "truths has %s and %s, whose evaluators would both be named %s(). Rename one of the types."),
  THRESHOLD_NAN("A threshold of NaN leaves no foreground at all. Use a number."),
  THRESHOLD_NEGATIVE(
      "threshold is %s, and all that %s gives is above it: each pixel would be foreground. Use a"
          + " threshold from 0 to 1."),
  SOFTMAX_ONE_CLASS(
      Diagnostic.Kind.WARNING,
      "SOFTMAX is over classes, and this mask has one, so it is left out. Use SIGMOID for logits of"
          + " one class, or set classes."),
  LOSS_WITHOUT_MASK(
      "@DiceLoss says how the masks of a type are compared, and %s is no"
          + " @SegmentationMask. Add that, or remove @DiceLoss."),
  LOSS_NUMBER("%s is %s, and must be finite and %s."),
  LOSS_KIND("%s is for the kind %s, and this loss is %s. Leave it out."),
  LOSS_ONE_CLASS("%s is for losses of several classes, and one takes part here. Leave it out."),
  LOSS_WEIGHTS(
      "weights has %d numbers, and %d classes take part%s. Give one for each, or one for all."),
  TYPE_MISSING(
      "No evaluator of %s was generated, because it refers to %s, which does not exist. Check its"
          + " name and imports, or the processor that should generate it."),
  WRITE_FAILED("The %s of %s could not be written: %s."),
  INTERNAL(
      "Sorensen failed on %s. This is a mistake in the processor, please report it with this trace:"
          + " %s"),
  MODULE_MISSING(
      Diagnostic.Kind.WARNING,
      "jdk.incubator.vector is not in the module graph, so only scalar evaluators are generated."
          + " Pass --add-modules jdk.incubator.vector to javac (or --release 25 on JDK 25), or"
          + " -Asorensen.simd=off if that is what you want."),
  BENCHMARK_PACKAGE(
      Diagnostic.Kind.NOTE,
      "No benchmark of %s is generated, because JMH runs none in the unnamed package. Put the type"
          + " into a package."),
  BENCHMARK_KIND(
      Diagnostic.Kind.NOTE,
      "No benchmark of %s is generated, because %s %s, and a benchmark makes its own masks. Measure"
          + " a record or class that is not abstract and has no type parameters."),
  BENCHMARK_CONSTRUCTOR(
      Diagnostic.Kind.NOTE,
      "No benchmark of %s is generated, because no constructor of %s has the parameters %s alone,"
          + " in any order, is visible in package %s and throws no checked exception. Add one."),
  JMH_MISSING(
      Diagnostic.Kind.WARNING,
      "JMH is not on the class path, so no benchmarks are generated. Add org.openjdk.jmh:jmh-core"
          + " to the dependencies and org.openjdk.jmh:jmh-generator-annprocess to the processor"
          + " path, or leave -Asorensen.benchmarks out."),
  OPTION_UNKNOWN(Diagnostic.Kind.WARNING, "-A%s is not an option of Sorensen.%s"),
  OPTION_VALUE("-A%s is %s, and must be one of %s.");

  private final Diagnostic.Kind kind;
  private final String text;

  Message(String text) {
    this(Diagnostic.Kind.ERROR, text);
  }

  Message(Diagnostic.Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /** Returns whether it is an error, a warning or a note. */
  public Diagnostic.Kind kind() {
    return kind;
  }

  /** Returns its id, {@code SorensenPixelsMissing}. */
  public String id() {
    return "Sorensen"
        + Arrays.stream(name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining());
  }

  /** Returns the text with its id and what it is about. */
  public String format(Object... args) {
    return "[" + id() + "] " + text.formatted(args);
  }
}
