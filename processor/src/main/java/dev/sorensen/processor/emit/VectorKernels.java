package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.Species;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * The back end that prints {@code jdk.incubator.vector}. A class of its own holds its kernels, so
 * that nothing asks for the module where it is absent.
 *
 * <p>Two rules keep the kernels fast: no method takes or returns a vector, for one that is not
 * inlined puts it on the heap; and species are constants, for lanes are only known then.
 */
final class VectorKernels {

  static final String NAME = "VectorKernels";

  /** The operators that dialects and printers name. */
  private static final List<String> OPERATORS =
      List.of(
          "ADD",
          "ASHR",
          "BIT_COUNT",
          "EQ",
          "GT",
          "LSHL",
          "LSHR",
          "LT",
          "NE",
          "SUSUB",
          "UMIN",
          "XOR");

  private VectorKernels() {}

  /** Returns whether this back end has anything to say about a kernel. */
  static boolean prints(Kernel kernel) {
    return switch (kernel) {
      case Kernel.RunMerge merge -> false;
      // Words that are there are but copied.
      case Kernel.Indicators words -> !words.program().gathered().isEmpty();
      default -> true;
    };
  }

  static TypeSpec of(List<Kernel> kernels) {
    TypeSpec.Builder type =
        NestedClass.named(NAME, "Kernels in the Vector API, loaded only where it is there.");
    Map<String, FieldSpec> species = new TreeMap<>();
    List<Kernel> printed = kernels.stream().filter(VectorKernels::prints).toList();
    printed.forEach(kernel -> addSpecies(species, kernel));
    species.values().forEach(type::addField);
    for (Kernel kernel : printed) {
      switch (kernel) {
        case Kernel.WordCounts words -> VectorWordCounts.print(words, type);
        case Kernel.PixelCounts counts -> VectorPixelCounts.print(counts, type);
        case Kernel.PixelSums sums -> VectorPixelSums.print(sums, type);
        case Kernel.SelectedSums sums -> VectorSelectedSums.print(sums, type);
        case Kernel.Indicators words -> IndicatorMethods.addVector(words, type);
        case Kernel.PixelMap map -> VectorMaps.print(map, type);
        case Kernel.SelectedMap map -> VectorMaps.print(map, type);
        case Kernel.LabelStretches stretches -> VectorStretches.add(stretches, type);
        case Kernel.Largest largest -> LargestMethods.addVector(largest, type);
        case Kernel.RunMerge merge -> throw new IllegalArgumentException("runs have no lanes");
      }
    }
    GatherMethods.addVector(printed, type);
    return type.build();
  }

  private static void addSpecies(Map<String, FieldSpec> species, Kernel kernel) {
    switch (kernel) {
      case Kernel.WordCounts words -> {
        if (words.program().gathered().isEmpty()) {
          addSpecies(species, ArrayElement.LONG);
        }
        addGathered(species, words);
      }
      case Kernel.PixelCounts counts -> {
        ArrayElement element = counts.element();
        addSpecies(species, element);
        addSpecies(species, VectorPixelDialect.of(element).countsElement());
      }
      case Kernel.PixelSums sums -> addSpecies(species, sums.operands().prediction().element());
      case Kernel.SelectedSums sums -> addSelected(species, sums);
      case Kernel.Indicators words -> addGathered(species, words);
      case Kernel.PixelMap map -> addSpecies(species, map.operands().prediction().element());
      case Kernel.SelectedMap map -> addSelected(species, map);
      case Kernel.LabelStretches stretches -> {
        addSpecies(species, stretches.operands().prediction().element());
        addSpecies(species, stretches.operands().truth().element());
      }
      case Kernel.Largest largest -> addSpecies(species, largest.operand().stored());
      case Kernel.RunMerge merge -> throw new IllegalArgumentException("runs have no lanes");
    }
  }

  /** Numbers, and integers of their size that select them. */
  private static void addSelected(Map<String, FieldSpec> species, Kernel.Programmed kernel) {
    ArrayElement element = kernel.operands().prediction().element();
    addSpecies(species, element);
    addSpecies(species, VectorPixelDialect.of(element).countsElement());
    addGathered(species, kernel);
  }

  private static void addGathered(Map<String, FieldSpec> species, Kernel.Programmed kernel) {
    for (Value.Gathered value : kernel.program().gathered()) {
      addSpecies(species, kernel.operands().of(value.side()).element());
    }
  }

  /** Imports the operators that the kernels use: their code is full of them. */
  static void addStaticImports(JavaFile.Builder file, TypeSpec evaluator) {
    String code = evaluator.toString();
    for (String operator : OPERATORS) {
      boolean used = Pattern.compile("[(]" + operator + "[,)]").matcher(code).find();
      if (used) {
        file.addStaticImport(JavaTypes.VECTOR_OPERATORS, operator);
      }
    }
  }

  private static void addSpecies(Map<String, FieldSpec> species, ArrayElement element) {
    String name = speciesName(element);
    TypeName boxed = JavaTypes.element(element).box();
    species.put(
        name,
        constant(ParameterizedTypeName.get(JavaTypes.VECTOR_SPECIES, boxed), name)
            .initializer("$T.$L", Species.class, name)
            .build());
  }

  /** The species of an element, in generated code and in {@link Species}. */
  static String speciesName(ArrayElement element) {
    return element.name() + "S";
  }

  static ClassName vector(ArrayElement element) {
    return switch (element) {
      case LONG -> JavaTypes.LONG_VECTOR;
      case BYTE -> JavaTypes.BYTE_VECTOR;
      case SHORT -> JavaTypes.SHORT_VECTOR;
      case FLOAT -> JavaTypes.FLOAT_VECTOR;
      case DOUBLE -> JavaTypes.DOUBLE_VECTOR;
      case INT -> JavaTypes.INT_VECTOR;
    };
  }

  static FieldSpec.Builder constant(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }
}
