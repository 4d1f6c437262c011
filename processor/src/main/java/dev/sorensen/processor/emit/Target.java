package dev.sorensen.processor.emit;

/**
 * What the compilation that generated code joins has.
 *
 * @param vectorApi whether {@code jdk.incubator.vector} is in its module graph
 * @param generatedAnnotation whether {@code javax.annotation.processing.Generated} is visible
 * @param javaLangHidden whether the package has a type with the name of one of {@code java.lang}
 */
public record Target(boolean vectorApi, boolean generatedAnnotation, boolean javaLangHidden) {}
