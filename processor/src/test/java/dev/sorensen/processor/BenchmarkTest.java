package dev.sorensen.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import dev.sorensen.SoftOverlap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.generators.BenchmarkProcessor;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** The benchmarks of users' types: that JMH takes them, and that they measure what they say. */
class BenchmarkTest {

  private static final Source BITS =
      Source.inPackageA(
          """
          @SegmentationMask
          public record Lung(@Pixels long[] words, @Extent int width, @Extent int height) {}
          """);

  private static Build wanting() {
    return Build.STRICT.with("-Asorensen.benchmarks=true");
  }

  private static Compilation compile(Source... sources) {
    Compilation compilation = wanting().andThen(new BenchmarkProcessor()).compile(sources);
    assertThat(Problem.allOf(compilation)).isEmpty();
    return compilation;
  }

  /** The qualified names of our benchmarks. */
  private static List<String> benchmarks(Compilation compilation) {
    return Build.names(compilation).stream()
        .filter(name -> name.endsWith("Benchmark.java"))
        .map(name -> name.replace(".java", "").replace('/', '.'))
        .toList();
  }

  /** The benchmarks that JMH lists, {@code a.LungDiceBenchmark.diceVector}. */
  private static List<String> listed(Compilation compilation) throws IOException {
    JavaFileObject list =
        compilation
            .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/BenchmarkList")
            .orElseThrow();
    try (InputStream in = list.openInputStream()) {
      // JMH S <length> <class> S <length> <generated class> S <length> <method> …
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .map(words -> words[3] + "." + words[9])
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("dev.sorensen.processor.GeneratedSourceTest#everyKindOfType")
  void jmhTakesBenchmarksOfEveryLayout(Source source) throws Exception {
    Compilation compilation = compile(source);
    List<String> benchmarks = benchmarks(compilation);
    assertThat(benchmarks.isEmpty())
        .as("no benchmark only where a note says why")
        .isEqualTo(!Problem.notesOf(compilation).isEmpty());
    if (benchmarks.isEmpty()) {
      return;
    }
    CompiledClasses classes = new CompiledClasses(compilation);
    List<String> methods = new ArrayList<>();
    for (String name : benchmarks) {
      GeneratedSourceTest.assertTidy(Build.generated(name, compilation));
      Run run = new Run(classes.loadClass(name));
      run.methods().forEach(method -> methods.add(name + "." + method.getName()));
      run.check();
    }
    assertThat(listed(compilation)).containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void jmhMayBeAskedBeforeOrAfterUs() throws IOException {
    for (Build build :
        List.of(
            wanting().after(new BenchmarkProcessor()),
            wanting().andThen(new BenchmarkProcessor()))) {
      Compilation compilation = build.compile(BITS);
      assertThat(Problem.allOf(compilation)).isEmpty();
      assertThat(listed(compilation))
          .containsExactly(
              "a.LungDiceBenchmark.diceReference",
              "a.LungDiceBenchmark.diceScalar",
              "a.LungDiceBenchmark.diceVector");
    }
  }

  /** Calls all methods of a benchmark once, with the smallest masks. */
  private record Run(Class<?> type, Object benchmark) {

    Run(Class<?> type) throws ReflectiveOperationException {
      this(type, type.getConstructor().newInstance());
      Field size = type.getField("size");
      size.setInt(benchmark, Integer.parseInt(size.getAnnotation(Param.class).value()[0]));
      type.getMethod("setUp", BenchmarkParams.class)
          .invoke(benchmark, params(type.getName() + ".diceReference"));
    }

    private static BenchmarkParams params(String name) {
      return new BenchmarkParams(
          name,
          name,
          false,
          1,
          new int[] {1},
          List.of(),
          0,
          0,
          null,
          null,
          Mode.AverageTime,
          null,
          TimeUnit.NANOSECONDS,
          1,
          "",
          List.of(),
          "",
          "",
          "",
          "",
          TimeValue.NONE);
    }

    List<Method> methods() {
      return Stream.of(type.getMethods())
          .filter(method -> method.isAnnotationPresent(Benchmark.class))
          .toList();
    }

    /** Checks that the reference and the kernels find the same. */
    void check() throws ReflectiveOperationException {
      double dice = (double) call("diceReference");
      assertThat(dice).as("masks that overlap in part").isBetween(0.4, 0.99);
      for (Method method : methods()) {
        Object found = method.invoke(benchmark);
        switch (method.getName()) {
          case "dice", "diceVector", "diceScalar" ->
              assertThat((double) found).isCloseTo(dice, within(1e-12));
          case "softOverlapVector", "softOverlapScalar" ->
              near(new SoftOverlap[] {(SoftOverlap) found}, call("softOverlapReference"));
          case "softOverlapsVector", "softOverlapsScalar" ->
              near((SoftOverlap[]) found, call("softOverlapsReference"));
          case "lossAndGradientVector", "lossAndGradientScalar" -> {
            assertThat((double) found).isPositive();
            checkGradient((double[]) call("lossAndGradientReference"));
          }
          default -> assertThat(method.getName()).endsWith("Reference");
        }
      }
    }

    private Object call(String name) throws ReflectiveOperationException {
      return type.getMethod(name).invoke(benchmark);
    }

    private static void near(SoftOverlap[] found, Object expected) {
      SoftOverlap[] sums = (SoftOverlap[]) expected;
      assertThat(found).hasSameSizeAs(sums);
      for (int c = 0; c < sums.length; c++) {
        double tolerance = 1e-5 * sums[c].pixels();
        assertThat(found[c].intersection()).isCloseTo(sums[c].intersection(), within(tolerance));
        assertThat(found[c].prediction()).isCloseTo(sums[c].prediction(), within(tolerance));
      }
    }

    private void checkGradient(double[] expected) throws ReflectiveOperationException {
      Field field = type.getDeclaredField("gradient");
      field.setAccessible(true);
      double[] found =
          switch (field.get(benchmark)) {
            case float[] floats ->
                IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
            case double[] doubles -> doubles;
            case MemorySegment segment -> {
              float[] floats = segment.toArray(ValueLayout.JAVA_FLOAT);
              yield IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
            }
            default -> throw new AssertionError(field.getType());
          };
      double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
      assertThat(largest).isPositive();
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(1e-5 * largest));
      }
    }
  }

  @Test
  void aBenchmarkReadsLikeThis() {
    assertThat(Build.generated("a.LungDiceBenchmark", compile(BITS)))
        .contains(
            """
            /**
             * Measures {@link LungDice}, its vector kernels beside its scalar ones
             * and the slow reference,
             * on made-up masks that overlap in part: a {@link Lung} and another, its truth.
             *
             * <p>{@code java -cp ... org.openjdk.jmh.Main LungDiceBenchmark} runs it.
             */
            @Generated("dev.sorensen.processor.SorensenProcessor")
            @State(Scope.Thread)
            @BenchmarkMode(Mode.AverageTime)
            @OutputTimeUnit(TimeUnit.NANOSECONDS)
            """)
        .contains(
            """
              /**
               * {@code width} and {@code height} of each {@link Lung}, in pixels.
               */
              @Param({"64", "512", "4096"})
              public int size;
            """)
        .contains(
            """
              @Setup(Level.Trial)
              public void setUp(BenchmarkParams run) {
                BenchmarkKernels.check(run.getBenchmark());
                SampleMask predicted = SampleMask.prediction(2, size, 1);
                prediction = new Lung(predicted.bits(), size, size);
                SampleMask actual = SampleMask.truth(2, size, 1);
                truth = new Lung(actual.bits(), size, size);
                predictionView = LungDice.view(prediction);
                truthView = LungDice.view(truth);
              }
            """)
        .contains(
            """
              /**
               * Measures {@code dice}, by scalar kernels.
               *
               * @return the Dice coefficient
               */
              @Benchmark
              @Fork(
                  value = 1,
                  jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Dsorensen.simd=off"}
              )
              public double diceScalar() {
                return LungDice.dice(prediction, truth);
              }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Pixels byte[] labels | classes = 1 | '64', '512', '4096'",
        "@Pixels byte[] labels, @Extent int pixels | classes = 1 | '4096', '262144', '16777216'",
        "@Pixels byte[] labels, @Extent int x, @Extent int y, @Extent int z | classes = 1 |"
            + " '16', '64', '256'",
        "@Pixels float[] values, @Extent int x, @Extent int y | classes = 6 | '64', '512', '1024'",
        "@Pixels float[] values, @Extent int x, @Extent int y | classes = 200 | '64', '256'",
      })
  void masksAreAsLargeAsTheirDimensionsAndClassesAllow(
      String components, String attribute, String sizes) {
    Source lung =
        Source.inPackageA(
            "@SegmentationMask(%s)\npublic record Lung(%s) {}\n".formatted(attribute, components));
    assertThat(Build.generated("a.LungDiceBenchmark", compile(lung)))
        .contains("@Param({" + sizes.replace('\'', '"') + "})");
  }

  @Test
  void everyTruthHasABenchmark() throws Exception {
    Source lung =
        Source.inPackageA(
            """
            public class Lung {
              @SegmentationMask(truths = {Values.class, Volume.class})
              record Values(@Pixels double[] values, @Extent int width, @Extent int height) {}

              @SegmentationMask(ignoreLabel = 1)
              record Volume(
                  @Extent long width, @Pixels short[] labels, @Extent int rows, @Extent int z) {}
            }
            """);
    Compilation compilation = compile(lung);
    assertThat(benchmarks(compilation))
        .containsExactly(
            "a.Lung_ValuesDiceAgainstLung_VolumeBenchmark",
            "a.Lung_ValuesDiceBenchmark",
            "a.Lung_VolumeDiceBenchmark");
    String source = Build.generated("a.Lung_ValuesDiceAgainstLung_VolumeBenchmark", compilation);
    assertThat(source)
        .contains("public class Lung_ValuesDiceAgainstLung_VolumeBenchmark {")
        .contains("new Lung.Values(predicted.doubles(0.5, Activation.NONE), size, size * size)")
        .contains("new Lung.Volume(size, actual.shorts(0, 2, 1), size, size)")
        .contains("Lung_ValuesDice.againstLung_Volume().newGradient(prediction)")
        .contains("truthView = Lung_VolumeDice.view(truth)");
    CompiledClasses classes = new CompiledClasses(compilation);
    for (String name : benchmarks(compilation)) {
      new Run(classes.loadClass(name)).check();
    }
  }

  @Test
  void runsHaveNoVectorKernels() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(@Pixels int[] runs, @Extent int width) {}
            """);
    assertThat(Build.generated("a.LungDiceBenchmark", compile(lung)))
        .contains("public double dice() {")
        .contains("public double diceReference() {")
        .doesNotContain("Vector()")
        .doesNotContain("Scalar()");
  }

  @Test
  void scalarEvaluatorsAreMeasuredWithoutTheModule() {
    Compilation compilation =
        wanting().with("-Asorensen.simd=off").andThen(new BenchmarkProcessor()).compile(BITS);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Build.generated("a.LungDiceBenchmark", compilation))
        .contains("@Fork(1)")
        .contains("public double dice() {")
        .doesNotContain("jdk.incubator.vector")
        .doesNotContain("sorensen.simd");
  }

  @Test
  void aMaskMayBeNamedLikeWhatABenchmarkUses() throws Exception {
    List<String> names =
        List.of(
            "Benchmark",
            "State",
            "Param",
            "Fork",
            "Level",
            "Scope",
            "BenchmarkParams",
            "SampleMask",
            "Reference",
            "TimeUnit",
            "BenchmarkKernels",
            "Activation");
    Compilation compilation =
        compile(
            names.stream()
                .map(
                    name ->
                        """
                        package of%1$s;

                        import dev.sorensen.Extent;
                        import dev.sorensen.Pixels;
                        import dev.sorensen.SegmentationMask;

                        @SegmentationMask
                        public record %1$s(
                            @Pixels float[] size, @Extent int run, @Extent int predicted) {}
                        """
                            .formatted(name))
                .map(Source::of)
                .toArray(Source[]::new));
    CompiledClasses classes = new CompiledClasses(compilation);
    for (String name : names) {
      new Run(classes.loadClass("of" + name + "." + name + "DiceBenchmark")).check();
    }
  }

  @Test
  void theDocumentationIsWhole() {
    Source lung =
        Source.inPackageA(
            """
            /**
             * A mask.
             *
             * @param planes probabilities
             */
            @SegmentationMask(classes = 2)
            public record Lung(@Pixels float[] planes) {}
            """);
    Compilation compilation =
        Build.RELEASE_25
            .with("-Asorensen.benchmarks=true", "-Xdoclint:all/protected")
            .compile(lung);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(benchmarks(compilation)).hasSize(1);
  }

  @Test
  void deprecatedTypesAndConstructorsGiveNoWarning() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public record Lung(@Pixels byte[] labels) {}
            """);
    Source liver =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Liver {
              @Pixels final byte[] labels;

              @Deprecated(forRemoval = true)
              public Liver(byte[] labels) {
                this.labels = labels.clone();
              }
            }
            """);
    assertThat(benchmarks(compile(lung, liver)))
        .containsExactly("a.LiverDiceBenchmark", "a.LungDiceBenchmark");
  }

  /** Real runs, each in a JVM of its own: masks of 64 × 64 pixels, for ten milliseconds. */
  @Test
  void jmhRunsAllThree(@TempDir Path directory) throws Exception {
    for (JavaFileObject file : compile(BITS).generatedFiles()) {
      Path target = directory.resolve(file.toUri().getPath().replaceFirst("^/[A-Z_]+/", ""));
      Files.createDirectories(target.getParent());
      try (InputStream in = file.openInputStream()) {
        Files.copy(in, target);
      }
    }
    Path results = directory.resolve("results.csv");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djmh.ignoreLock=true",
                "-cp",
                directory
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                "org.openjdk.jmh.Main",
                "a.LungDiceBenchmark",
                "-p",
                "size=64",
                "-wi",
                "0",
                "-i",
                "1",
                "-r",
                "10ms",
                "-foe",
                "true",
                "-rf",
                "csv",
                "-rff",
                results.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("# VM options: -Djmh.ignoreLock=true --add-modules jdk.incubator.vector\n")
        .contains("--add-modules jdk.incubator.vector -Dsorensen.simd=on\n")
        .contains("--add-modules jdk.incubator.vector -Dsorensen.simd=off\n");
    assertThat(Files.readAllLines(results).stream().skip(1).map(line -> line.split(",")[0]))
        .containsExactly(
            "\"a.LungDiceBenchmark.diceReference\"",
            "\"a.LungDiceBenchmark.diceScalar\"",
            "\"a.LungDiceBenchmark.diceVector\"");
  }
}
