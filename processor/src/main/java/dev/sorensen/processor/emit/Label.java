package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.model.ArrayElement;

/** A label that elements are compared with. */
sealed interface Label {

  /** Returns it as an element. */
  CodeBlock as(ArrayElement element);

  /** Returns it as an element that is spread over lanes: methods of vectors tell types apart. */
  default CodeBlock inLanes(ArrayElement element) {
    return as(element);
  }

  /** One that the plan knows. */
  record Fixed(int label) implements Label {
    @Override
    public CodeBlock as(ArrayElement element) {
      return CodeBlock.of("$L", Literals.label(label, element));
    }

    @Override
    public CodeBlock inLanes(ArrayElement element) {
      return CodeBlock.of("($T) $L", JavaTypes.element(element), label);
    }
  }

  /** The class that the kernel is asked about, in its parameter {@code label}. */
  record Asked() implements Label {
    @Override
    public CodeBlock as(ArrayElement element) {
      return CodeBlock.of("($T) label", JavaTypes.element(element));
    }
  }
}
