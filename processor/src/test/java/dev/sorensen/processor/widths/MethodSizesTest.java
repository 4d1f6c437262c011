package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.internal.Activations;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That the JVM compiles what is generated. A method of more than 8,000 bytes of code stays in the
 * interpreter for ever, a hundred times slower, and long before that compilers run out of
 * registers.
 */
final class MethodSizesTest {

  /** Half of what the first compiler was seen to give up on; the largest kernels have 1,100. */
  private static final int LIMIT = 2300;

  @Test
  void generatedMethodsAreSmallEnoughToBeCompiled() throws IOException {
    List<Class<?>> generated =
        Stream.of(Masks.class, PairMasks.class, ClassMasks.class, GradientMasks.class)
            .flatMap(around -> Evaluators.of(around).stream())
            .map(found -> found.evaluator().getClass().getNestHost())
            .distinct()
            .flatMap(host -> Arrays.stream(host.getNestMembers()))
            .toList();
    assertThat(generated).hasSizeGreaterThan(1000);
    Map<String, Integer> sizes = new TreeMap<>();
    for (Class<?> type : generated) {
      String file = "/" + type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        addSizes(in.readAllBytes(), sizes);
      }
    }
    assertSmall(sizes);
  }

  @Test
  void methodsOfTheRuntimeAreSmallEnoughToBeCompiled() throws Exception {
    URI root = Activations.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Map<String, Integer> sizes = new TreeMap<>();
    for (byte[] file : classFiles(Path.of(root))) {
      addSizes(file, sizes);
    }
    assertThat(sizes).hasSizeGreaterThan(300);
    assertSmall(sizes);
  }

  /** Of a folder, or of a jar. */
  private static List<byte[]> classFiles(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      return classFilesBelow(root);
    }
    try (FileSystem jar = FileSystems.newFileSystem(root)) {
      return classFilesBelow(jar.getPath("/"));
    }
  }

  private static List<byte[]> classFilesBelow(Path root) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private static void addSizes(byte[] classFile, Map<String, Integer> sizes) {
    ClassModel type = ClassFile.of().parse(classFile);
    for (MethodModel method : type.methods()) {
      method
          .code()
          .filter(CodeAttribute.class::isInstance)
          .map(CodeAttribute.class::cast)
          .ifPresent(
              code ->
                  sizes.put(
                      type.thisClass().asInternalName()
                          + "."
                          + method.methodName().stringValue()
                          + method.methodType().stringValue(),
                      code.codeLength()));
    }
  }

  private static void assertSmall(Map<String, Integer> sizes) {
    List<String> large =
        sizes.entrySet().stream()
            .filter(method -> method.getValue() > LIMIT)
            .map(method -> method.getValue() + " bytes: " + method.getKey())
            .toList();
    assertThat(large).as("methods of more than %d bytes of code", LIMIT).isEmpty();
  }
}
