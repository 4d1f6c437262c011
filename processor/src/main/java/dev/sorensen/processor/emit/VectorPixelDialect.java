package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.model.ArrayElement;

/**
 * Pixels in vectors. An indicator is counted in as many lanes as a vector has, each of which can
 * hold so much and no more.
 */
abstract class VectorPixelDialect extends VectorDialect {

  private final ArrayElement element;

  VectorPixelDialect(ArrayElement element) {
    super(element);
    this.element = element;
  }

  static VectorPixelDialect of(ArrayElement element) {
    return switch (element) {
      case BYTE, SHORT -> new VectorLabelDialect(element);
      case FLOAT, DOUBLE -> new VectorNumberDialect(element);
      case LONG, INT -> throw new IllegalArgumentException("no pixels in " + element);
    };
  }

  /** Returns how many indicators may be counted in a lane before it is emptied. */
  abstract int laneCapacity();

  /** Returns the element type of the lanes that count. */
  ArrayElement countsElement() {
    return element;
  }

  /** Returns the type of a vector of counts. */
  final TypeName countsType() {
    return VectorKernels.vector(countsElement());
  }

  /** Returns a vector of counts that are 0. */
  final CodeBlock zeroCounts() {
    String species = VectorKernels.speciesName(countsElement());
    return CodeBlock.of("$T.zero($L)", countsType(), species);
  }

  /** Declares {@code long countsCount}, the sum of the lanes of a vector {@code counts}. */
  abstract CodeBlock sumOfLanes(String counts);
}
