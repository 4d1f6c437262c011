package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.SampleMask;
import dev.sorensen.internal.SamplePasses;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.model.MaskType;
import java.lang.foreign.MemorySegment;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The class that has passes made over masks that are made up: from that the JVM has their vector
 * kernels compiled, and learns how long they take.
 */
final class WarmUpSamples {

  static final String NAME = "Samples";
  static final String PIXELS = "PIXELS";

  /** Odd, so that a mask does not end with a whole vector. */
  private static final int LONGEST_EDGE = 127;

  private static final int SHORTEST_EDGE = 7;

  /** The most numbers that a mask should have. */
  private static final int MOST_NUMBERS = 1 << 20;

  private final Pair pair;

  private WarmUpSamples(Pair pair) {
    this.pair = pair;
  }

  /** Returns the class for the passes of a pair that choose their kernels. */
  static TypeSpec of(Pair pair, List<Pass> passes) {
    TypeSpec.Builder type =
        NestedClass.named(NAME, "Masks made up, on which the passes are warmed up.")
            .addField(
                FieldSpec.builder(
                        int.class, "EDGE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L", edge(pair.classes()))
                    .build())
            .addField(
                FieldSpec.builder(int.class, PIXELS, Modifier.STATIC, Modifier.FINAL)
                    .initializer("EDGE * EDGE")
                    .build());
    WarmUpSamples samples = new WarmUpSamples(pair);
    for (Side side : Side.values()) {
      if (passes.stream().anyMatch(pass -> pass.sides().contains(side))) {
        type.addMethod(samples.data(side));
      }
    }
    for (Pass pass : passes) {
      type.addMethod(samples.method(pass));
      type.addMethod(PassMethod.ofVectors(pair, pass, ofVectors(pass)));
    }
    return type.build();
  }

  private static int edge(int classes) {
    int edge = LONGEST_EDGE;
    while (edge > SHORTEST_EDGE && (long) edge * edge * classes > MOST_NUMBERS) {
      edge -= 2;
    }
    return edge;
  }

  private static String ofVectors(Pass pass) {
    return pass.name() + "OfVectors";
  }

  private MethodSpec method(Pass pass) {
    CodeBlock.Builder data = CodeBlock.builder();
    CodeBlock.Builder arguments = CodeBlock.builder().add("($Z");
    for (Side side : pass.sides()) {
      data.addStatement("$1T $2L = $2L()", MaskReading.dataType(pair.of(side)), side.parameter());
      arguments.add("$L,$W", side.parameter());
    }
    if (PassMethod.usesPlanes(pair, pass)) {
      arguments.add("$L,$W", PIXELS);
    }
    arguments.add("from, to");
    PassMethod.output(pair, pass)
        .ifPresent(
            output -> {
              data.add(output.samples());
              output.parameters().forEach(parameter -> arguments.add(",$W$L", parameter.name()));
            });
    CodeBlock passed = arguments.add(")").build();
    return MethodSpec.methodBuilder(pass.name())
        .addModifiers(Modifier.STATIC)
        .returns(SamplePasses.class)
        .addCode(data.build())
        .addStatement(
            "return new $T($Z(from, to) -> $L.$L$L,$W(from, to) -> $L$L)",
            SamplePasses.class,
            pair.className(),
            pass.name(),
            passed,
            ofVectors(pass),
            passed)
        .build();
  }

  /** The method that makes the data of a mask. */
  private MethodSpec data(Side side) {
    MaskType mask = pair.of(side);
    boolean isTruth = side == Side.TRUTH;
    TypeName type = MaskReading.dataType(mask);
    CodeBlock array = CodeBlock.of("sample.$L", SampleCode.array(mask.format(), isTruth));
    return MethodSpec.methodBuilder(side.parameter())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type)
        .addStatement(
            "$1T sample = $1T.$2L(2, EDGE, $3L).withNoise()",
            SampleMask.class,
            isTruth ? "truth" : "prediction",
            pair.classes())
        .addStatement(
            "return $L",
            type.equals(TypeName.get(MemorySegment.class))
                ? CodeBlock.of("$T.ofArray($L)", MemorySegment.class, array)
                : array)
        .build();
  }
}
