package dev.sorensen.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** A nested class of static methods, which cannot be instantiated. */
final class NestedClass {

  private NestedClass() {}

  static TypeSpec.Builder named(String name, String javadoc) {
    return TypeSpec.classBuilder(name)
        .addJavadoc("$L\n", javadoc)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }
}
