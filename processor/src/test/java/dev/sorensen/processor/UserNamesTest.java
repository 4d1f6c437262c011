package dev.sorensen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Users' names: of members, of mask types and of what stands beside them. */
class UserNamesTest {

  private static final List<String> MEMBERS =
      List.of(
          // What generated methods call their own parameters and variables.
          "pixels",
          "mask",
          "role",
          "prediction",
          "truth",
          "loss",
          "size",
          "from",
          "to",
          "sum",
          "intersection",
          "union",
          "i",
          "end",
          "position",
          "valid",
          "word",
          "overlap",
          "dice",
          "view",
          "evaluator",
          "LONGS",
          "CHECKS",
          "VECTORS",
          "LOSS",
          "String",
          "Overlap",
          "a",
          "dev",
          "java",
          "größe",
          "$",
          "_words");

  /** Some leave a keyword behind once "get" is taken away. */
  private static final List<String> GETTERS =
      List.of("getLong", "getByte", "getDefault", "getNative", "get", "getX", "get_", "getter");

  private static final List<String> TYPES =
      List.of(
          "Overlap",
          "SoftOverlap",
          "StandardLoss",
          "MaskChecks",
          "MaskView",
          "LongVector",
          "Evaluator",
          "VectorKernels",
          "ScalarKernels",
          "Generated",
          "Objects",
          "VectorSupport",
          "ByteWords",
          "Species",
          "DiceFormula",
          "Branchless",
          "Scratch",
          "DiceEvaluator");

  /** What stands in the same package comes before what is of java.lang. */
  private static final List<String> NEIGHBOURS =
      List.of(
          "Overlap",
          "MaskChecks",
          "LongVector",
          "Evaluator",
          "VectorKernels",
          "Generated",
          "Override",
          "String",
          "Object",
          "Math",
          "Long",
          "Integer",
          "Float",
          "Double",
          "Short",
          "NullPointerException",
          "Byte");

  private static final Map<String, String> DATA =
      Map.of(
          "Bits", "long[]",
          "Labels", "byte[]",
          "Labels16", "short[]",
          "Values", "float[]",
          "Doubles", "double[]",
          "Runs", "int[]");

  @Test
  void aComponentMayHaveAnyName() {
    List<Source> masks = new ArrayList<>();
    for (String name : MEMBERS) {
      DATA.forEach(
          (type, data) ->
              masks.add(record(type + "_" + name, data + " " + name + ", @Extent int width")));
      masks.add(record("Length_" + name, "byte[] " + name));
      masks.add(record("Probabilities_" + name, "float[] " + name));
      masks.add(record("Extent_" + name, "byte[] labels, @Extent int " + name));
    }
    assertNoProblem(masks);
  }

  private static Source record(String type, String components) {
    return Source.inPackageA(
        "@SegmentationMask\nrecord %s(@Pixels %s) {}\n".formatted(type, components));
  }

  @Test
  void aGetterMayHaveAnyName() {
    List<Source> masks = new ArrayList<>();
    for (String name : GETTERS) {
      DATA.forEach(
          (type, data) ->
              masks.add(
                  Source.inPackageA(
                      """
                      @SegmentationMask
                      interface %s_%s {
                        @Pixels
                        %s %s();

                        @Extent
                        int getInt();
                      }
                      """
                          .formatted(type, name, data, name))));
    }
    assertNoProblem(masks);
  }

  @Test
  void aMaskMayBeNamedLikeWhatWeUse() {
    List<Source> masks = new ArrayList<>();
    for (String name : TYPES) {
      DATA.forEach((type, data) -> masks.add(mask(type.toLowerCase(Locale.ROOT), name, data)));
    }
    assertNoProblem(masks);
  }

  @Test
  void aNeighbourMayBeNamedLikeWhatWeUse() {
    List<Source> sources = new ArrayList<>();
    for (String name : NEIGHBOURS) {
      String inPackage = "beside" + name.toLowerCase(Locale.ROOT);
      sources.add(
          Source.of("package %s;\n\npublic final class %s {}\n".formatted(inPackage, name)));
      DATA.forEach(
          (type, data) -> {
            sources.add(mask(inPackage, type, data));
            sources.add(mask(inPackage, "Generic" + type + "<T>", data));
          });
    }
    assertNoProblem(sources);
  }

  private static Source mask(String inPackage, String type, String data) {
    return Source.of(
        """
        package %s;

        import dev.sorensen.Extent;
        import dev.sorensen.Pixels;
        import dev.sorensen.SegmentationMask;

        @SegmentationMask
        public interface %s {
          @Pixels
          %s data();

          @Extent
          int width();
        }
        """
            .formatted(inPackage, type, data));
  }

  /** Shows the first problem of each file, if there are any. */
  private static void assertNoProblem(List<Source> sources) {
    Map<String, Problem> byFile = new TreeMap<>();
    Build build = Build.STRICT.with("-Xmaxerrs", "10000");
    for (Problem problem : build.problems(sources.toArray(Source[]::new))) {
      byFile.putIfAbsent(problem.file(), problem);
    }
    assertThat(byFile.values()).isEmpty();
  }
}
