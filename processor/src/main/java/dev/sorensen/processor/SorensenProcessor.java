package dev.sorensen.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.sorensen.DiceLoss;
import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.declared.BenchmarkReader;
import dev.sorensen.processor.declared.Diagnostics;
import dev.sorensen.processor.declared.MaskReader;
import dev.sorensen.processor.declared.Message;
import dev.sorensen.processor.declared.Options;
import dev.sorensen.processor.emit.BenchmarkWriter;
import dev.sorensen.processor.emit.EvaluatorWriter;
import dev.sorensen.processor.emit.Target;
import dev.sorensen.processor.model.BenchmarkPair;
import dev.sorensen.processor.model.MaskPairs;
import dev.sorensen.processor.model.TypeRef;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Writes the evaluator of each {@link SegmentationMask} type and, on request, benchmarks of it,
 * each independently of the others.
 */
@AutoService(Processor.class)
public final class SorensenProcessor extends AbstractProcessor {

  private static final String VECTOR_API = "jdk.incubator.vector.LongVector";
  private static final String JMH = "org.openjdk.jmh.annotations.Benchmark";

  /** The types of java.lang that generated code names. */
  private static final List<String> JAVA_LANG =
      List.of(
          "Byte",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Math",
          "NullPointerException",
          "Override",
          "Short",
          "String",
          "SuppressWarnings");

  private static final String GENERATED = "javax.annotation.processing.Generated";

  /** Names of types that refer to types which do not exist yet: elements go stale, names do not. */
  private final Set<String> deferred = new LinkedHashSet<>();

  /** Mask types by the names of what was generated from them. */
  private final Map<String, String> written = new LinkedHashMap<>();

  /** Names of all types that were compiled from source. */
  private final Set<String> compiled = new HashSet<>();

  private Options options = Options.DEFAULTS;
  private boolean warnedOfModule;
  private boolean warnedOfJmh;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(
        SegmentationMask.class.getName(),
        DiceLoss.class.getName(),
        Pixels.class.getName(),
        Extent.class.getName(),
        // On what we generate; javac warns of annotations that no processor claims.
        GENERATED);
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    options = Options.read(environment.getOptions(), diagnostics());
  }

  private Diagnostics diagnostics() {
    return new Diagnostics(processingEnv.getMessager());
  }

  /** Claims its annotations: javac -Xlint:processing warns of those that no processor claims. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      compiled.add(type.getQualifiedName().toString());
    }
    Elements elements = processingEnv.getElementUtils();
    MaskReader reader = new MaskReader(elements, processingEnv.getTypeUtils());
    for (Element type : round.getElementsAnnotatedWith(DiceLoss.class)) {
      reader.checkLossHasMask((TypeElement) type, diagnostics());
    }

    Set<String> names = new LinkedHashSet<>(deferred);
    for (Element type : round.getElementsAnnotatedWith(SegmentationMask.class)) {
      names.add(((TypeElement) type).getQualifiedName().toString());
    }
    deferred.clear();
    for (String name : names) {
      TypeElement type = elements.getTypeElement(name);
      guarded(type, diagnostics -> process(type, reader, round, diagnostics));
    }
    return true;
  }

  private void process(
      TypeElement type, MaskReader reader, RoundEnvironment round, Diagnostics diagnostics) {
    Optional<String> missing = reader.missingType(type);
    if (missing.isPresent()) {
      if (round.processingOver()) {
        diagnostics.report(type, Message.TYPE_MISSING, type.getSimpleName(), missing.get());
      } else {
        deferred.add(type.getQualifiedName().toString());
      }
      return;
    }
    if (!reader.hasValues(type)) {
      // Where a value never comes, javac says so.
      if (!round.processingOver()) {
        deferred.add(type.getQualifiedName().toString());
      }
      return;
    }
    reader.readPairs(type, diagnostics).ifPresent(pairs -> write(pairs, type, diagnostics));
  }

  private void write(MaskPairs pairs, TypeElement type, Diagnostics diagnostics) {
    TypeRef names = pairs.prediction().type();
    Target target = target(names);
    write(
        "evaluator",
        names.qualifiedEvaluatorName(),
        () -> EvaluatorWriter.write(pairs, target),
        type,
        diagnostics);
    if (diagnostics.erroneous() || !wantsBenchmarks()) {
      return;
    }
    for (BenchmarkPair pair : benchmarks().read(type, pairs, diagnostics)) {
      write(
          "benchmark",
          pair.qualifiedClassName(),
          () -> BenchmarkWriter.write(pair, target),
          type,
          diagnostics);
    }
  }

  /** Writes a class, unless there is one of its name. */
  private void write(
      String what,
      String name,
      Supplier<JavaFile> source,
      TypeElement type,
      Diagnostics diagnostics) {
    if (isTaken(what, name, type, diagnostics)) {
      return;
    }
    // Before the file is there: a failure leaves no half of it behind.
    JavaFile made = source.get();
    try (Writer file = processingEnv.getFiler().createSourceFile(name, type).openWriter()) {
      made.writeTo(file);
    } catch (IOException e) {
      diagnostics.report(type, Message.WRITE_FAILED, what, type.getSimpleName(), e);
    }
  }

  private BenchmarkReader benchmarks() {
    return new BenchmarkReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
  }

  private boolean wantsBenchmarks() {
    if (!options.benchmarks()) {
      return false;
    }
    boolean visible = processingEnv.getElementUtils().getTypeElement(JMH) != null;
    if (!visible && !warnedOfJmh) {
      warnedOfJmh = true;
      diagnostics().report(Message.JMH_MISSING);
    }
    return visible;
  }

  private boolean isTaken(String what, String name, TypeElement type, Diagnostics diagnostics) {
    String own = type.getQualifiedName().toString();
    String other = written.putIfAbsent(name, own);
    String reason;
    if (other != null) {
      reason = "so is that of " + other;
    } else if (compiled.contains(name)) {
      reason = "that class exists";
    } else {
      return false;
    }
    diagnostics.report(type, Message.NAME_TAKEN, what, own, name, reason);
    return true;
  }

  private Target target(TypeRef type) {
    Elements elements = processingEnv.getElementUtils();
    boolean visible = elements.getTypeElement(VECTOR_API) != null;
    if (options.simd() && !visible && !warnedOfModule) {
      warnedOfModule = true;
      diagnostics().report(Message.MODULE_MISSING);
    }
    return new Target(
        options.simd() && visible,
        elements.getTypeElement(GENERATED) != null,
        JAVA_LANG.stream()
            .anyMatch(name -> elements.getTypeElement(type.inItsPackage(name)) != null));
  }

  /** Keeps a failure of the processor at one type from hiding the output of others. */
  private void guarded(TypeElement type, Consumer<Diagnostics> action) {
    Diagnostics diagnostics = diagnostics();
    try {
      action.accept(diagnostics);
    } catch (RuntimeException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      diagnostics.report(type, Message.INTERNAL, type.getSimpleName(), trace);
    }
  }
}
