package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.RunEncoding;
import dev.sorensen.internal.MaskChecks;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Member;
import javax.lang.model.element.Modifier;

/** The private methods that read a mask and check what they read. */
final class MaskReading {

  private MaskReading() {}

  /** The name of the method that reads the data. */
  static String dataMethod(MaskType mask) {
    return mask.data().noun() + "Of";
  }

  static void add(MaskType mask, TypeSpec.Builder type) {
    if (!mask.extents().isEmpty()) {
      type.addMethod(pixelsOfPair(mask));
      type.addMethod(pixelsOfOne(mask));
    }
    type.addMethod(data(mask));
  }

  private static CodeBlock member(String variable, Member member) {
    return member.access() == Member.Access.FIELD
        ? CodeBlock.of("$L.$L", variable, member.name())
        : CodeBlock.of("$L.$L()", variable, member.name());
  }

  private static MethodSpec pixelsOfPair(MaskType mask) {
    TypeName type = JavaTypes.of(mask.type());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("pixels")
            .addJavadoc("Returns how many pixels both masks have.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameter(type, "prediction")
            .addParameter(type, "truth")
            .addStatement("CHECKS.mask($S, prediction)", "prediction")
            .addStatement("CHECKS.mask($S, truth)", "truth")
            .addStatement("long pixels = 1");
    for (Member extent : mask.extents()) {
      method.addStatement(
          "pixels =$WCHECKS.extent(pixels, $S, $L,$W$S, $L)",
          extent.displayName(),
          member("prediction", extent),
          extent.displayName(),
          member("truth", extent));
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

  private static MethodSpec data(MaskType mask) {
    Member data = mask.data();
    String name = DataNames.of(data);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(dataMethod(mask))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(JavaTypes.array(mask.format().element()))
            .addParameter(JavaTypes.of(mask.type()), "mask")
            .addParameter(String.class, "role");
    if (mask.extents().isEmpty()) {
      return method
          .addJavadoc("Returns the data of a mask.\n")
          .addStatement("CHECKS.mask(role, mask)")
          .addStatement(
              "return CHECKS.component(role, $S, $L)", data.displayName(), member("mask", data))
          .build();
    }
    method
        .addParameter(long.class, "pixels")
        .addJavadoc("Returns the data of a mask, as long as its pixels need.\n")
        .addStatement(
            "$T $L = CHECKS.component(role, $S, $L)",
            JavaTypes.array(mask.format().element()),
            name,
            data.displayName(),
            member("mask", data));
    switch (mask.format()) {
      case Format.BitPacked bits ->
          method.addStatement(
              "CHECKS.length(role, $S, $L.length,$W$T.words(pixels), pixels)",
              data.displayName(),
              name,
              MaskChecks.class);
      case Format.Labels labels -> length(method, data);
      case Format.Probabilities values -> length(method, data);
      // Their sum is checked with the runs themselves.
      case Format.Runs runs -> {}
    }
    return method.addStatement("return $L", name).build();
  }

  private static void length(MethodSpec.Builder method, Member data) {
    method.addStatement(
        "CHECKS.length(role, $S, $L.length,$Wpixels, pixels)",
        data.displayName(),
        DataNames.of(data));
  }

  /** Declares the data of a mask, after {@code pixels} where the mask has extents. */
  static CodeBlock read(MaskType mask, String role, String variable) {
    return CodeBlock.builder()
        .addStatement(
            mask.extents().isEmpty() ? "$T $L = $L($L, $S)" : "$T $L = $L($L, $S, pixels)",
            JavaTypes.array(mask.format().element()),
            variable,
            dataMethod(mask),
            role,
            role)
        .build();
  }

  /** Declares {@code predictionSize}: checks runs, and adds up what they cover. */
  static CodeBlock runsChecked(MaskType mask, String role, String variable) {
    RunEncoding encoding = ((Format.Runs) mask.format()).encoding();
    return CodeBlock.builder()
        .addStatement(
            "long $LSize =$WCHECKS.runs($S, $S, $L,$W$T.$L, pixels)",
            role,
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
    CodeBlock.Builder code = CodeBlock.builder();
    if (!mask.extents().isEmpty()) {
      code.addStatement("long pixels = pixels(mask, $S)", "mask");
    }
    return code.add(read(mask, "mask", data))
        .add(ViewCode.returned(mask.format(), data, mask.data().displayName()))
        .build();
  }
}
