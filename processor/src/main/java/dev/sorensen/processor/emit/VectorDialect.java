package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.model.ArrayElement;

/** Elements in vectors. */
abstract class VectorDialect extends Dialect {

  private final ClassName vector;
  private final String species;

  VectorDialect(ArrayElement element) {
    this.vector = VectorKernels.vector(element);
    this.species = VectorKernels.speciesName(element);
  }

  @Override
  final CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$T.fromArray($L, $L,$W$L)", vector, species, array, index);
  }

  @Override
  final CodeBlock and(String left, String right) {
    return CodeBlock.of("$L.and($L)", left, right);
  }

  @Override
  final CodeBlock or(String left, String right) {
    return CodeBlock.of("$L.or($L)", left, right);
  }
}
