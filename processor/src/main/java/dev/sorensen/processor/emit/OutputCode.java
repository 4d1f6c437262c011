package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import java.util.List;

/** What a pass does with elements that its kernel stores, where it is more than to add them up. */
interface OutputCode {

  /** Returns the parameters of the pass after its range. */
  List<ParameterSpec> parameters();

  /** Declares variables with the parameters' names, to warm the pass up with. */
  CodeBlock samples();

  /** Returns the most pixels that a block can have. */
  int longestBlock();

  /** Statements once for each block. */
  CodeBlock beforeClasses();

  /** The arguments of the kernel after the block's length and class. */
  CodeBlock arguments();

  /** Statements after the kernel of a class. */
  CodeBlock afterClass();

  /** Statements after all classes of a block. */
  CodeBlock afterClasses();
}
