package dev.sorensen.examples.benchmarks;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The rows that can be measured here, and what cannot.
 *
 * @param rows by name
 * @param leftOut a line for each row or variant that is missing, with the reason
 */
record Rows(List<Row> rows, List<String> leftOut) {

  /** How the names end of benchmarks that Sorensen's processor writes; they are no rows. */
  private static final String GENERATED = "Benchmark";

  /** Finds all rows among JMH's benchmarks. */
  static Rows find() {
    OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    Map<String, List<BenchmarkListEntry>> byClass = new LinkedHashMap<>();
    for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(silent, List.of())) {
      String name = entry.getUserClassQName();
      if (!name.endsWith(GENERATED)) {
        byClass.computeIfAbsent(name, key -> new ArrayList<>()).add(entry);
      }
    }
    List<Row> rows = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    byClass.forEach((name, entries) -> add(type(name), entries, rows, leftOut));
    byClass.forEach((name, entries) -> addVariants(type(name), entries, rows));
    rows.sort((a, b) -> a.kernel().compareTo(b.kernel()));
    return new Rows(List.copyOf(rows), List.copyOf(leftOut));
  }

  private static void add(
      Class<?> type, List<BenchmarkListEntry> entries, List<Row> rows, List<String> leftOut) {
    Workload workload = type.getAnnotation(Workload.class);
    if (workload == null) {
      if (type.isAnnotationPresent(VariantsOf.class)) {
        return;
      }
      throw new IllegalStateException(type + " has benchmarks but no @Workload");
    }
    for (String file : workload.files()) {
      if (SharedData.find(file).isEmpty()) {
        leftOut.add(workload.kernel() + ": no file shared/data/" + file + " beside the checkout");
        return;
      }
    }
    List<String> variants = new ArrayList<>();
    for (String variant : variants(type, entries)) {
      CFunction function = method(type, variant).getAnnotation(CFunction.class);
      if (function == null || NativeCode.has(function.library(), function.symbol())) {
        variants.add(variant);
      } else {
        leftOut.add(workload.kernel() + ": " + VariantNames.of(variant) + ", " + reason(function));
      }
    }
    variants.sort(VariantNames.ORDER);
    String[] sizes = entries.getFirst().getParams().get().get("size");
    rows.add(
        new Row(
            type,
            workload.kernel(),
            workload.bytesPerPixel(),
            Arrays.asList(sizes),
            List.copyOf(variants)));
  }

  /** Adds variants of another class to its row, if that is there. */
  private static void addVariants(Class<?> type, List<BenchmarkListEntry> entries, List<Row> rows) {
    VariantsOf annotation = type.getAnnotation(VariantsOf.class);
    if (annotation != null) {
      rows.replaceAll(
          row -> row.type() == annotation.value() ? row.with(type, variants(type, entries)) : row);
    }
  }

  private static List<String> variants(Class<?> type, List<BenchmarkListEntry> entries) {
    return entries.stream()
        .map(entry -> entry.getUsername().substring(type.getName().length() + 1))
        .toList();
  }

  private static String reason(CFunction function) {
    return NativeCode.compilerVersion().isEmpty()
        ? "there is no C compiler cc"
        : "this machine has not the instructions of " + function.symbol();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, Rows.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Method method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
