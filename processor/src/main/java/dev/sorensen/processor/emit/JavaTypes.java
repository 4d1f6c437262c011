package dev.sorensen.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.TypeRef;
import java.util.Collections;

/** The types that generated code names. */
final class JavaTypes {

  private static final String VECTOR_API = "jdk.incubator.vector";

  // By name: this compiler need not have the module in its graph.
  static final ClassName BYTE_VECTOR = ClassName.get(VECTOR_API, "ByteVector");
  static final ClassName INT_VECTOR = ClassName.get(VECTOR_API, "IntVector");
  static final ClassName LONG_VECTOR = ClassName.get(VECTOR_API, "LongVector");
  static final ClassName SHORT_VECTOR = ClassName.get(VECTOR_API, "ShortVector");
  static final ClassName DOUBLE_VECTOR = ClassName.get(VECTOR_API, "DoubleVector");
  static final ClassName FLOAT_VECTOR = ClassName.get(VECTOR_API, "FloatVector");
  static final ClassName VECTOR_MASK = ClassName.get(VECTOR_API, "VectorMask");
  static final ClassName VECTOR_OPERATORS = ClassName.get(VECTOR_API, "VectorOperators");
  static final ClassName VECTOR_SPECIES = ClassName.get(VECTOR_API, "VectorSpecies");

  private JavaTypes() {}

  static TypeName element(ArrayElement element) {
    return switch (element) {
      case LONG -> TypeName.LONG;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      case INT -> TypeName.INT;
    };
  }

  static TypeName array(ArrayElement element) {
    return ArrayTypeName.of(element(element));
  }

  /** The user's type without its type arguments. */
  static ClassName raw(TypeRef type) {
    String first = type.simpleNames().getFirst();
    String[] others =
        type.simpleNames().subList(1, type.simpleNames().size()).toArray(String[]::new);
    return ClassName.get(type.packageName(), first, others);
  }

  /** The user's type, with any type arguments. */
  static TypeName of(TypeRef type) {
    if (type.typeParameters() == 0) {
      return raw(type);
    }
    TypeName any = WildcardTypeName.subtypeOf(Object.class);
    return ParameterizedTypeName.get(
        raw(type), Collections.nCopies(type.typeParameters(), any).toArray(TypeName[]::new));
  }

  static ClassName evaluator(TypeRef type) {
    return ClassName.get(type.packageName(), type.evaluatorName());
  }
}
