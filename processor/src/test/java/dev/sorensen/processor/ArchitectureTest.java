package dev.sorensen.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.sorensen.Layout;
import dev.sorensen.internal.Thresholds;
import dev.sorensen.processor.model.Format;
import java.util.List;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Data flows one way: element → declared → model → kernel plan → emit → file. */
@AnalyzeClasses(packages = "dev.sorensen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String TOP = "dev.sorensen.processor";
  private static final String MODEL = "dev.sorensen.processor.model..";
  private static final String DECLARED = "dev.sorensen.processor.declared..";
  private static final String KERNEL = "dev.sorensen.processor.kernel..";
  private static final String EMIT = "dev.sorensen.processor.emit..";
  private static final String RUNTIME = "dev.sorensen";
  private static final String INTERNAL = "dev.sorensen.internal..";
  private static final String REFERENCE = "dev.sorensen.reference..";
  private static final String[] JAVAC = {"javax.lang.model..", "javax.annotation.processing.."};
  private static final String JAVAPOET = "com.palantir.javapoet..";

  /** The two back ends and what they share. */
  private static final String BACK_ENDS =
      ".*\\.emit\\.(\\w*(Kernels|WordCounts|PixelCounts|Sums|Dialect)|SumLanes"
          + "|(Gather|Largest|Indicator)Methods|(Scalar|Vector)Stretches|StretchCode|SelectedTotals"
          + "|WordLoop|PixelLoop|PackedCounts"
          + "|KernelMethod|OperandCode)(\\$.*)?";

  @ArchTest
  static final ArchRule MODEL_KNOWS_NOTHING_OF_JAVAC_OR_PRINTING =
      classes()
          .that()
          .resideInAPackage(MODEL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(MODEL, RUNTIME, "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule KERNEL_KNOWS_ONLY_THE_MODEL =
      classes()
          .that()
          .resideInAPackage(KERNEL)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(KERNEL, MODEL, RUNTIME, "java..", "org.jspecify.annotations")
                  // A sweep turns thresholds by the same rule, when it is called.
                  .or(belongToAnyOf(Thresholds.class)));

  @ArchTest
  static final ArchRule DECLARED_KNOWS_NOTHING_OF_WHAT_IS_GENERATED =
      noClasses()
          .that()
          .resideInAPackage(DECLARED)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(KERNEL, EMIT, TOP, JAVAPOET, INTERNAL, REFERENCE);

  @ArchTest
  static final ArchRule EMIT_KNOWS_NOTHING_OF_WHERE_THE_MODEL_COMES_FROM =
      noClasses()
          .that()
          .resideInAPackage(EMIT)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(DECLARED, TOP)
                  // JavaPoet takes these two.
                  .or(
                      resideInAnyPackage(JAVAC)
                          .and(not(belongToAnyOf(Modifier.class, Generated.class)))));

  @ArchTest
  static final ArchRule ONLY_THE_ENTRY_POINT_JOINS_THEM =
      noClasses()
          .that()
          .resideInAnyPackage(MODEL, KERNEL, DECLARED, EMIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TOP);

  @ArchTest
  static final ArchRule NO_BACK_END_KNOWS_A_LAYOUTS_NAME =
      noClasses()
          .that()
          .haveNameMatching(BACK_ENDS)
          .should()
          .dependOnClassesThat(belongToAnyOf(Layout.class, Format.class).as("name a layout"));

  @ArchTest
  static final ArchRule THE_REFERENCE_SHARES_NO_CODE_WITH_THE_GENERATED_PATH =
      noClasses()
          .that()
          .resideInAPackage(REFERENCE)
          .should()
          .dependOnClassesThat(resideInAPackage(INTERNAL));

  @ArchTest
  static final ArchRule THE_RUNTIME_KNOWS_NOTHING_OF_THE_PROCESSOR =
      noClasses()
          .that()
          .resideInAnyPackage(RUNTIME, INTERNAL, REFERENCE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sorensen.processor..", "javax..", JAVAPOET);

  @ArchTest
  static final ArchRule THE_PROCESSOR_HAS_NO_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("dev.sorensen.processor.(*)..")
          .should()
          .beFreeOfCycles();

  /** A rule about classes that are not there holds for nothing. */
  @ArchTest
  static void theRulesSeeTheClasses(JavaClasses all) {
    List<String> backEnds =
        all.stream()
            .filter(type -> type.getName().matches(BACK_ENDS))
            .map(JavaClass::getSimpleName)
            .toList();
    assertThat(backEnds)
        .contains(
            "VectorKernels",
            "ScalarKernels",
            "VectorWordCounts",
            "VectorPixelCounts",
            "VectorPixelSums",
            "Dialect",
            "WordDialect",
            "VectorSelectedSums",
            "SumLanes",
            "SelectedTotals",
            "GatherMethods",
            "StretchCode",
            "ScalarStretches",
            "VectorStretches",
            "LargestMethods",
            "IndicatorMethods",
            "OperandCode",
            "WordLoop",
            "PixelLoop",
            "PackedCounts",
            "KernelMethod");
    assertThat(all.stream().map(JavaClass::getPackageName).distinct())
        .contains(
            TOP,
            RUNTIME,
            "dev.sorensen.internal",
            "dev.sorensen.reference",
            "dev.sorensen.processor.model",
            "dev.sorensen.processor.kernel",
            "dev.sorensen.processor.declared",
            "dev.sorensen.processor.emit");
  }
}
