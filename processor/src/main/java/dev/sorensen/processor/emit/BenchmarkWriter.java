package dev.sorensen.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Form;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.BenchmarkKernels;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.model.BenchmarkPair;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.reference.MaskView;
import dev.sorensen.reference.Reference;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the benchmark class of a pair of mask types, for JMH.
 *
 * <p>It is whole: JMH never waits for other processors, does not see what a subclass inherits from
 * generated code, and extends the class itself.
 */
public final class BenchmarkWriter {

  private final BenchmarkPair measured;
  private final Pair pair;
  private final MaskType prediction;
  private final ClassName evaluator;
  private final SampleCode samples;
  private final TypeSpec.Builder type;

  private BenchmarkWriter(BenchmarkPair measured, Target target) {
    this.measured = measured;
    this.prediction = measured.prediction().mask();
    this.pair = Pair.of(prediction, measured.truth().mask(), target);
    this.evaluator = JavaTypes.evaluator(prediction.type());
    this.samples = new SampleCode(measured);
    this.type = TypeSpec.classBuilder(measured.className()).addModifiers(Modifier.PUBLIC);
  }

  /** Returns the source file of the benchmark of a pair of types. */
  public static JavaFile write(BenchmarkPair measured, Target target) {
    BenchmarkWriter writer = new BenchmarkWriter(measured, target);
    writer.addHead(target);
    writer.addState();
    writer.addBenchmarks();
    return SourceFile.of(writer.prediction.type(), writer.type.build(), target).build();
  }

  private void addHead(Target target) {
    type.addJavadoc(BenchmarkDocs.type(measured, pair.choosesBackEnd()));
    SourceFile.addGenerated(type, target);
    boolean deprecated =
        Stream.of(measured.prediction(), measured.truth())
            .anyMatch(made -> made.deprecated() || made.mask().deprecated());
    if (deprecated) {
      SourceFile.addDeprecatedUse(type);
    }
    type.addAnnotation(annotation(Jmh.STATE, "$T.Thread", Jmh.SCOPE))
        .addAnnotation(annotation(Jmh.BENCHMARK_MODE, "$T.AverageTime", Jmh.MODE))
        .addAnnotation(annotation(Jmh.OUTPUT_TIME_UNIT, "$T.NANOSECONDS", TimeUnit.class))
        .addAnnotation(iterations(Jmh.WARMUP))
        .addAnnotation(iterations(Jmh.MEASUREMENT))
        .addAnnotation(target.vectorApi() ? fork("") : annotation(Jmh.FORK, "1"));
  }

  private static AnnotationSpec annotation(ClassName name, String value, Object... args) {
    return AnnotationSpec.builder(name).addMember("value", value, args).build();
  }

  /** Five of a second each. */
  private static AnnotationSpec iterations(ClassName name) {
    return AnnotationSpec.builder(name).addMember("iterations", "5").addMember("time", "1").build();
  }

  /** One JVM with the Vector API and, if given, further arguments. */
  private static AnnotationSpec fork(String argument) {
    return AnnotationSpec.builder(Jmh.FORK)
        .addMember("value", "1")
        .addMember(
            "jvmArgsAppend",
            Stream.of("--add-modules", "jdk.incubator.vector", argument)
                .filter(each -> !each.isEmpty())
                .map(each -> CodeBlock.of("$S", each))
                .collect(CodeBlock.joining(", ", "{", "}")))
        .build();
  }

  private void addState() {
    type.addField(
        FieldSpec.builder(int.class, SampleCode.SIZE, Modifier.PUBLIC)
            .addJavadoc(BenchmarkDocs.size(measured))
            .addAnnotation(
                annotation(
                    Jmh.PARAM,
                    samples.sizes().stream()
                        .map(size -> "\"" + size + "\"")
                        .collect(Collectors.joining(", ", "{", "}"))))
            .build());
    addField(pair.predictionType(), "prediction");
    addField(pair.truthType(), "truth");
    if (pair.soft()) {
      addField(GradientCode.type(prediction), "gradient");
    }
    addField(TypeName.get(MaskView.class), "predictionView");
    addField(TypeName.get(MaskView.class), "truthView");
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addJavadoc("Creates a benchmark without masks, for JMH.\n")
            .addModifiers(Modifier.PUBLIC)
            .build());
    type.addMethod(setUp());
  }

  private void addField(TypeName fieldType, String name) {
    type.addField(fieldType, name, Modifier.PRIVATE);
  }

  private MethodSpec setUp() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("setUp")
            .addJavadoc(BenchmarkDocs.setUp())
            .addAnnotation(annotation(Jmh.SETUP, "$T.Trial", Jmh.LEVEL))
            .addModifiers(Modifier.PUBLIC)
            .addParameter(Jmh.BENCHMARK_PARAMS, "run")
            .addStatement("$T.check(run.getBenchmark())", BenchmarkKernels.class)
            .addCode(samples.masks());
    if (pair.soft()) {
      method.addStatement("gradient = $L.newGradient(prediction)", evaluatorObject());
    }
    return method
        .addStatement("predictionView = $T.view(prediction)", evaluator)
        .addStatement("truthView = $T.view(truth)", JavaTypes.evaluator(pair.truth().type()))
        .build();
  }

  private CodeBlock evaluatorObject() {
    return CodeBlock.of(
        "$T.$L()",
        evaluator,
        measured.ofOneType() ? "evaluator" : "against" + pair.truth().type().flatName());
  }

  private void addBenchmarks() {
    String mean = pair.classes() > 1 ? "mean " : "";
    String dice = "the " + mean + "Dice coefficient";
    addKernels("dice", pair.plan().dice().orElse(pair.plan().overlap()), TypeName.DOUBLE, "", dice);
    addReference("dice", TypeName.DOUBLE, dice, referenceDice());
    if (pair.soft()) {
      boolean several = pair.classes() > 1;
      String sums = several ? "softOverlaps" : "softOverlap";
      TypeName one = TypeName.get(SoftOverlap.class);
      TypeName ofClasses = ArrayTypeName.of(SoftOverlap.class);
      String what = several ? "the sums of each class" : "the sums";
      Pass pass = pair.plan().softOverlap().orElseThrow();
      addKernels(sums, pass, several ? ofClasses : one, "", what);
      addReference(sums, ofClasses, what, CodeBlock.of("return $L;\n", referenceSums()));
      addKernels(
          "lossAndGradient",
          pair.plan().gradient().orElseThrow(),
          TypeName.DOUBLE,
          ", gradient",
          "the loss");
      addReference(
          "lossAndGradient",
          ArrayTypeName.of(TypeName.DOUBLE),
          "the gradient",
          referenceGradient());
    }
  }

  /** Adds a method for each kind of kernel that a pass has. */
  private void addKernels(
      String name, Pass pass, TypeName returned, String more, String description) {
    CodeBlock body = CodeBlock.of("return $T.$L(prediction, truth$L);\n", evaluator, name, more);
    if (!pair.choosesBackEnd(pass)) {
      type.addMethod(
          method(name, "", returned, "which has but one kernel", description)
              .addCode(body)
              .build());
      return;
    }
    type.addMethod(
        method(name, "Vector", returned, "by vector kernels", description)
            .addAnnotation(fork("-Dsorensen.simd=on"))
            .addCode(body)
            .build());
    type.addMethod(
        method(name, "Scalar", returned, "by scalar kernels", description)
            .addAnnotation(fork("-Dsorensen.simd=off"))
            .addCode(body)
            .build());
  }

  private void addReference(String name, TypeName returned, String description, CodeBlock body) {
    type.addMethod(
        method(name, "Reference", returned, "by the slow reference", description)
            .addCode(body)
            .build());
  }

  private static MethodSpec.Builder method(
      String name, String form, TypeName returned, String how, String description) {
    return MethodSpec.methodBuilder(name + form)
        .addJavadoc(BenchmarkDocs.method(name, how, description))
        .addAnnotation(Jmh.BENCHMARK)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }

  private CodeBlock referenceDice() {
    return CodeBlock.builder()
        .addStatement(
            "return $T.dice(predictionView, truthView, $T.$L, $L)",
            Reference.class,
            EmptyMasks.class,
            prediction.emptyMasks().name(),
            prediction.includesBackground())
        .build();
  }

  private CodeBlock referenceSums() {
    return CodeBlock.of(
        "$T.softOverlaps(predictionView, truthView, $T.$L)",
        Reference.class,
        Form.class,
        prediction.form().name());
  }

  private CodeBlock referenceGradient() {
    return CodeBlock.builder()
        .addStatement("$T[] sums =$W$L", SoftOverlap.class, referenceSums())
        .addStatement(
            "$T loss =$W$L.loss().evaluate(new $T[][] {sums})",
            OverlapLoss.Result.class,
            evaluatorObject(),
            SoftOverlap.class)
        .addStatement(
            """
            return $T.gradient(
            predictionView,
            truthView,
            $T.$L,
            loss.byIntersection()[0],
            loss.byPrediction()[0])\
            """,
            Reference.class,
            Form.class,
            prediction.form().name())
        .build();
  }
}
