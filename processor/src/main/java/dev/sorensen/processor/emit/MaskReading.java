package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.RunEncoding;
import dev.sorensen.internal.BoxedRuns;
import dev.sorensen.internal.MaskBox;
import dev.sorensen.internal.MaskChecks;
import dev.sorensen.internal.Segments;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Member;
import dev.sorensen.processor.model.Storage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The private methods that read a mask and check what they read. */
final class MaskReading {

  private MaskReading() {}

  /** The name of the method that reads the data. */
  private static String dataMethod(MaskType mask) {
    return mask.data().noun() + "Of";
  }

  /** The type of the data, as passes take it. */
  static TypeName dataType(MaskType mask) {
    boolean array = mask.storage() == Storage.ARRAY || mask.format() instanceof Format.Runs;
    return array ? JavaTypes.array(mask.format().element()) : TypeName.get(MemorySegment.class);
  }

  private static TypeName memberType(MaskType mask) {
    return mask.storage() == Storage.ARRAY
        ? JavaTypes.array(mask.format().element())
        : TypeName.get(MemorySegment.class);
  }

  /** Adds the methods that read a mask by itself. */
  static void addMask(MaskType mask, TypeSpec.Builder type) {
    if (!mask.extents().isEmpty()) {
      type.addMethod(pixelsOfOne(mask));
    }
    type.addMethod(data(mask));
  }

  /** Adds the method that reads the extents of a pair together, where that is how it is done. */
  static void addPair(Pair pair, TypeSpec.Builder type) {
    if (comparesExtents(pair)) {
      type.addMethod(pixelsOfPair(pair));
    }
  }

  /** Extents are compared one by one where there are as many; else their products are. */
  private static boolean comparesExtents(Pair pair) {
    int extents = pair.prediction().extents().size();
    return extents > 0 && extents == pair.truth().extents().size();
  }

  /** An expression for the pixels of a pair with extents, which are compared. */
  static CodeBlock pixelsOfPairCall(Pair pair) {
    return comparesExtents(pair)
        ? CodeBlock.of("pixels(prediction, truth)")
        : CodeBlock.of(
            "CHECKS.samePixels(pixels(prediction, $S), pixels(truth, $S))", "prediction", "truth");
  }

  /** Whether the box of a mask's foreground is found faster than its pixels are compared. */
  static boolean hasBox(MaskType mask) {
    return switch (mask.format()) {
      case Format.BitPacked(int classes) -> classes == 1 && mask.storage() == Storage.ARRAY;
      case Format.Runs runs -> true;
      case Format.Labels labels -> false;
      case Format.Probabilities values -> false;
    };
  }

  /** Adds the method that finds the box. */
  static void addBox(MaskType mask, TypeSpec.Builder type) {
    String data = DataNames.of(mask.data());
    CodeBlock width = member("mask", mask.extents().getFirst());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("box")
            .addJavadoc("Returns where the foreground of a mask lies.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(mask.format() instanceof Format.Runs ? BoxedRuns.class : MaskBox.class)
            .addParameter(JavaTypes.of(mask.type()), "mask")
            .addParameter(String.class, "role")
            .addStatement("long pixels = pixels(mask, role)")
            .addStatement(
                "$T $L = $L(mask, role$L)",
                dataType(mask),
                data,
                dataMethod(mask),
                checksLength(mask) ? ", pixels" : "");
    if (mask.format() instanceof Format.Runs(RunEncoding encoding)) {
      method
          .addStatement(
              "CHECKS.runs(role, $S, $L, $T.$L, pixels)",
              mask.data().displayName(),
              data,
              RunEncoding.class,
              encoding.name())
          .addStatement(
              "return $T.of($L, $T.$L, $L, pixels)",
              BoxedRuns.class,
              data,
              RunEncoding.class,
              encoding.name(),
              width);
    } else {
      method.addStatement("return $T.ofBits($L, $L, pixels)", MaskBox.class, data, width);
    }
    type.addMethod(method.build());
  }

  private static boolean bothLengthsArePixels(Pair pair) {
    return Stream.of(pair.prediction(), pair.truth())
        .allMatch(mask -> mask.extents().isEmpty() && !mask.format().hasPlanes());
  }

  private static CodeBlock member(String variable, Member member) {
    return member.access() == Member.Access.FIELD
        ? CodeBlock.of("$L.$L", variable, member.name())
        : CodeBlock.of("$L.$L()", variable, member.name());
  }

  private static MethodSpec pixelsOfPair(Pair pair) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("pixels")
            .addJavadoc("Returns how many pixels both masks have.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameter(pair.predictionType(), "prediction")
            .addParameter(pair.truthType(), "truth")
            .addStatement("CHECKS.mask($S, prediction)", "prediction")
            .addStatement("CHECKS.mask($S, truth)", "truth")
            .addStatement("long pixels = 1");
    List<Member> extents = pair.prediction().extents();
    for (int i = 0; i < extents.size(); i++) {
      Member extent = extents.get(i);
      Member other = pair.truth().extents().get(i);
      method.addStatement(
          "pixels =$WCHECKS.extent(pixels, $S, $L,$W$S, $L)",
          extent.displayName(),
          member("prediction", extent),
          other.displayName(),
          member("truth", other));
    }
    return method.addStatement("return pixels").build();
  }

  private static MethodSpec pixelsOfOne(MaskType mask) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("pixels")
            .addJavadoc("Returns how many pixels a mask has.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameter(JavaTypes.of(mask.type()), "mask")
            .addParameter(String.class, "role")
            .addStatement("CHECKS.mask(role, mask)")
            .addStatement("long pixels = 1");
    for (Member extent : mask.extents()) {
      method.addStatement(
          "pixels = CHECKS.extent(pixels, role, $S, $L)",
          extent.displayName(),
          member("mask", extent));
    }
    return method.addStatement("return pixels").build();
  }

  /** Whether data is as long as its pixels need; the sum of runs is checked with them. */
  private static boolean checksLength(MaskType mask) {
    return !mask.extents().isEmpty() && !(mask.format() instanceof Format.Runs);
  }

  private static MethodSpec data(MaskType mask) {
    Member data = mask.data();
    String name = DataNames.of(data);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(dataMethod(mask))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(dataType(mask))
            .addParameter(JavaTypes.of(mask.type()), "mask")
            .addParameter(String.class, "role");
    CodeBlock read =
        CodeBlock.of("CHECKS.component(role, $S, $L)", data.displayName(), member("mask", data));
    if (!checksLength(mask)) {
      method.addJavadoc("Returns the data of a mask.\n");
      if (mask.extents().isEmpty()) {
        // Else that is done where they are read.
        method.addStatement("CHECKS.mask(role, mask)");
      }
      if (mask.format() instanceof Format.Runs && mask.storage() == Storage.SEGMENT) {
        return method
            .addStatement("$T $L = $L", memberType(mask), name, read)
            .addStatement(
                "CHECKS.elements(role, $S, $L, $L)",
                data.displayName(),
                name,
                mask.format().element().bytes())
            .addStatement("return $T.runs($L)", Segments.class, name)
            .build();
      }
      return method.addStatement("return $L", read).build();
    }
    return method
        .addJavadoc("Returns the data of a mask, as long as its pixels need.\n")
        .addParameter(long.class, "pixels")
        .addStatement("$T $L = $L", memberType(mask), name, read)
        .addStatement(
            "CHECKS.length(role, $S, $L,$W$L, pixels)",
            data.displayName(),
            length(mask, CodeBlock.of("role"), name),
            expected(mask))
        .addStatement("return $L", name)
        .build();
  }

  /** How many elements data has. */
  private static CodeBlock length(MaskType mask, CodeBlock role, String variable) {
    return mask.storage() == Storage.ARRAY
        ? CodeBlock.of("$L.length", variable)
        : CodeBlock.of(
            "CHECKS.elements($L, $S, $L, $L)",
            role,
            mask.data().displayName(),
            variable,
            mask.format().element().bytes());
  }

  /** How many elements the pixels need. */
  private static CodeBlock expected(MaskType mask) {
    CodeBlock plane =
        mask.format() instanceof Format.BitPacked
            ? CodeBlock.of("$T.words(pixels)", MaskChecks.class)
            : CodeBlock.of("pixels");
    return mask.format().hasPlanes()
        ? CodeBlock.of("$T.planes($L, $L)", MaskChecks.class, plane, mask.format().classes())
        : plane;
  }

  /** Declares the data of a mask, after {@code pixels} where the mask has extents. */
  private static CodeBlock read(MaskType mask, String role, String variable) {
    return CodeBlock.builder()
        .addStatement(
            checksLength(mask) ? "$T $L = $L($L, $S, pixels)" : "$T $L = $L($L, $S)",
            dataType(mask),
            variable,
            dataMethod(mask),
            role,
            role)
        .build();
  }

  /** Declares the data of both masks, and {@code pixels}. */
  static CodeBlock ofPair(Pair pair, String p, String t) {
    MaskType prediction = pair.prediction();
    MaskType truth = pair.truth();
    CodeBlock.Builder code = CodeBlock.builder();
    if (comparesExtents(pair)) {
      return code.addStatement("long pixels = pixels(prediction, truth)")
          .add(read(prediction, "prediction", p))
          .add(read(truth, "truth", t))
          .build();
    }
    if (bothLengthsArePixels(pair)) {
      return code.add(read(prediction, "prediction", p))
          .add(read(truth, "truth", t))
          .addStatement(
              "long pixels =$WCHECKS.sameLength($S, $L,$W$S, $L)",
              prediction.data().displayName(),
              length(prediction, CodeBlock.of("$S", "prediction"), p),
              truth.data().displayName(),
              length(truth, CodeBlock.of("$S", "truth"), t))
          .build();
    }
    code.add(withPixels(prediction, "prediction", p, "pixels"));
    if (truth.extents().isEmpty()) {
      return code.add(read(truth, "truth", t))
          .addStatement(
              "CHECKS.length($S, $S, $L,$W$L, pixels)",
              "truth",
              truth.data().displayName(),
              length(truth, CodeBlock.of("$S", "truth"), t),
              expected(truth))
          .build();
    }
    return code.addStatement("CHECKS.samePixels(pixels, pixels(truth, $S))", "truth")
        .add(read(truth, "truth", t))
        .build();
  }

  /** Declares the data of a mask by itself, checked against its extents if it has any. */
  static CodeBlock ofMask(MaskType mask, String role, String variable) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!mask.extents().isEmpty()) {
      code.addStatement("long pixels = pixels($L, $S)", role, role);
    }
    return code.add(read(mask, role, variable)).build();
  }

  /** Declares the data of a mask and how many pixels it has. */
  private static CodeBlock withPixels(MaskType mask, String role, String variable, String pixels) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!mask.extents().isEmpty()) {
      return code.addStatement("long $L = pixels($L, $S)", pixels, role, role)
          .add(read(mask, role, variable))
          .build();
    }
    return code.add(read(mask, role, variable))
        .addStatement("long $L =$W$L", pixels, pixelsOfData(mask, role, variable))
        .build();
  }

  /** How many pixels the data of a mask without extents is of, which is checked. */
  private static CodeBlock pixelsOfData(MaskType mask, String role, String variable) {
    CodeBlock length = length(mask, CodeBlock.of("$S", role), variable);
    return mask.format().hasPlanes()
        ? CodeBlock.of(
            "CHECKS.pixels($S, $S, $L, $L)",
            role,
            mask.data().displayName(),
            length,
            mask.format().classes())
        : length;
  }

  /**
   * Checks runs; nothing for other layouts.
   *
   * @param sized whether to declare {@code predictionSize}, what they cover
   */
  static CodeBlock runsChecked(MaskType mask, String role, String variable, boolean sized) {
    if (!(mask.format() instanceof Format.Runs(RunEncoding encoding))) {
      return CodeBlock.of("");
    }
    return CodeBlock.builder()
        .addStatement(
            "$LCHECKS.runs($S, $S, $L,$W$T.$L, pixels)",
            sized ? "long " + role + "Size = " : "",
            role,
            mask.data().displayName(),
            variable,
            RunEncoding.class,
            encoding.name())
        .build();
  }

  /** Returns a view of {@code mask}, in a method that has it as its parameter. */
  static CodeBlock view(MaskType mask) {
    String data = DataNames.of(mask.data());
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                ViewCode.needsPixels(mask.format())
                    ? withPixels(mask, "mask", data, "pixels")
                    : ofMask(mask, "mask", data));
    boolean isSegment = mask.storage() == Storage.SEGMENT;
    if (mask.extents().isEmpty() && (mask.format().hasPlanes() || isSegment)) {
      code.addStatement(pixelsOfData(mask, "mask", data));
    }
    return code.add(ViewCode.returned(mask, data)).build();
  }
}
