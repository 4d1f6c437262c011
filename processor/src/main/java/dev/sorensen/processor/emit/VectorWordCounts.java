package dev.sorensen.processor.emit;

import static dev.sorensen.processor.emit.JavaTypes.LONG_VECTOR;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.Species;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;

/**
 * Bit counts of words by carry-save adders (Harley and Seal; Muła, Kurz and Lemire, "Faster
 * Population Counts Using AVX2 Instructions", 2018): four vectors are added bit by bit into ones,
 * twos and fours, and only the fours are counted in the loop. Where the machine counts the bits of
 * a whole vector in one instruction, that is faster, and no step is taken.
 */
final class VectorWordCounts {

  /** Vectors of each mask in a step. */
  private static final int WAYS = 4;

  private final Kernel.WordCounts kernel;
  private final Program program;
  private final String step;

  private VectorWordCounts(Kernel.WordCounts kernel) {
    this.kernel = kernel;
    this.program = kernel.program();
    this.step = KernelMethod.constant(kernel.name(), "STEP");
  }

  static void print(Kernel.WordCounts kernel, TypeSpec.Builder type) {
    VectorWordCounts printer = new VectorWordCounts(kernel);
    boolean gathered = !kernel.program().gathered().isEmpty();
    if (!gathered) {
      type.addField(
          VectorKernels.constant(TypeName.INT, printer.step)
              .addJavadoc("Words of each mask that a step takes.\n")
              .initializer("$L * LONGS.length()", WAYS)
              .build());
    }
    type.addMethod(
        KernelMethod.counts(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(gathered ? printer.gatheredCode() : printer.code())
            .build());
  }

  /** To gather a word takes so long that adders would save nothing. */
  private CodeBlock gatheredCode() {
    return CodeBlock.builder()
        .add(WordLoop.wholeWords(WordDialect.ofVectors(), program))
        .addStatement("long counts = $L", PackedCounts.ofInts(program))
        .addStatement("int done = words << 6")
        .add(PackedCounts.withRest(kernel, "counts", "done", "words"))
        .build();
  }

  private CodeBlock code() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("int word = 0")
            .addStatement("int words = length >>> 6")
            .addStatement(
                "int wholeSteps =$W$T.COUNTS_BITS ? 0 : words - words % $L", Species.class, step);
    for (Total total : program.totals()) {
      for (String weight : new String[] {"Ones", "Twos", "Fours"}) {
        code.addStatement("$1T $2L = $1T.zero(LONGS)", LONG_VECTOR, total.name() + weight);
      }
    }
    code.beginControlFlow("for (; word < wholeSteps; word += $L)", step).add(step());
    code.endControlFlow();
    for (Total total : program.totals()) {
      code.addStatement(
          "$1T $2LLanes = $2LFours.lanewise(LSHL, 2)$Z"
              + ".add($2LTwos.lanewise(BIT_COUNT).lanewise(LSHL, 1))$Z"
              + ".add($2LOnes.lanewise(BIT_COUNT))",
          LONG_VECTOR,
          total.name());
    }
    Dialect dialect = new VectorWordDialect();
    code.beginControlFlow("for (; word <= words - LONGS.length(); word += LONGS.length())")
        .add(dialect.declarations(program, "", CodeBlock.of("word")));
    for (Total total : program.totals()) {
      code.add(dialect.addition(total, "", total.name() + "Lanes"));
    }
    code.endControlFlow();
    for (Total total : program.totals()) {
      code.addStatement("long $1LCount = $1LLanes.reduceLanes(ADD)", total.name());
    }
    return code.addStatement("long counts = $L", PackedCounts.ofLongs(program, "Count"))
        .addStatement("int done = word << 6")
        .add(PackedCounts.withRest(kernel, "counts", "done", "word"))
        .build();
  }

  /** One step: the values of four vectors, then a tree of three adders for each total. */
  private CodeBlock step() {
    Dialect dialect = new VectorWordDialect();
    CodeBlock.Builder code = CodeBlock.builder();
    for (int way = 0; way < WAYS; way++) {
      CodeBlock index =
          switch (way) {
            case 0 -> CodeBlock.of("word");
            case 1 -> CodeBlock.of("word + LONGS.length()");
            default -> CodeBlock.of("word + $L * LONGS.length()", way);
          };
      code.add(dialect.declarations(program, Integer.toString(way), index));
    }
    for (Total total : program.totals()) {
      String name = total.name();
      String value = total.of().name();
      code.add("// $L: two full adders of ones, and one of their carries, which are twos.\n", name);
      code.add(adder(name, 0, "Ones", value + "0", value + "1"));
      code.add(adder(name, 1, "Ones", value + "2", value + "3"));
      code.add(adder(name, 2, "Twos", name + "Carry0", name + "Carry1"));
      code.addStatement("$1LFours = $1LFours.add($1LCarry2.lanewise(BIT_COUNT))", name);
    }
    return code.build();
  }

  /** A full adder of each bit: with the weight's old bits, a + b = new bits + 2 carry. */
  private static CodeBlock adder(String name, int number, String weight, String a, String b) {
    String bits = name + weight;
    String half = name + "Half" + number;
    return CodeBlock.builder()
        .addStatement("$T $L = $L.lanewise(XOR, $L)", LONG_VECTOR, half, bits, a)
        .addStatement(
            "$T $LCarry$L = $L.and($L)$Z.or($L.and($L))",
            LONG_VECTOR,
            name,
            number,
            bits,
            a,
            half,
            b)
        .addStatement("$L = $L.lanewise(XOR, $L)", bits, half, b)
        .build();
  }
}
