package dev.sorensen.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** C of this module, compiled by {@code cc} for the machine at hand, and called on Java arrays. */
@SuppressWarnings("restricted") // to call C is what it is for
final class NativeCode {

  private static final List<String> FLAGS = List.of("-O3", "-march=native", "-fPIC");

  /** What the files of plain loops over floats are compiled with beside the others. */
  private static final Map<String, List<String>> MORE_FLAGS =
      Map.of("fastmath", List.of("-ffast-math"));

  private static final Map<String, Optional<SymbolLookup>> LIBRARIES = new ConcurrentHashMap<>();

  private static final Optional<String> COMPILER_VERSION = findCompiler();

  private NativeCode() {}

  /** Returns the first line of what {@code cc --version} says, or nothing without a compiler. */
  static Optional<String> compilerVersion() {
    return COMPILER_VERSION;
  }

  /**
   * Returns the functions of a C file, which it compiles if no process has before; nothing where
   * there is no compiler.
   *
   * @throws IllegalStateException if the compiler refuses the file
   */
  static Optional<SymbolLookup> library(String name) {
    return LIBRARIES.computeIfAbsent(
        name,
        key ->
            COMPILER_VERSION.map(
                version -> SymbolLookup.libraryLookup(compile(key, version), Arena.global())));
  }

  /** Whether a function was compiled. Some are guarded by what the machine's vectors can do. */
  static boolean has(String library, String symbol) {
    return library(library).flatMap(lookup -> lookup.find(symbol)).isPresent();
  }

  /**
   * Returns a function as a handle that takes heap arrays as segments. Where the function is absent
   * the handle throws.
   */
  static MethodHandle function(String library, String symbol, FunctionDescriptor descriptor) {
    Optional<MemorySegment> address = library(library).flatMap(lookup -> lookup.find(symbol));
    Linker linker = Linker.nativeLinker();
    if (address.isPresent()) {
      return linker.downcallHandle(address.get(), descriptor, Linker.Option.critical(true));
    }
    MethodHandle thrower =
        MethodHandles.throwException(
            descriptor.toMethodType().returnType(), IllegalStateException.class);
    IllegalStateException absent = new IllegalStateException("no C function " + symbol + " here");
    return MethodHandles.dropArguments(
        thrower.bindTo(absent), 0, descriptor.toMethodType().parameterList());
  }

  private static Path compile(String name, String version) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(MORE_FLAGS.getOrDefault(name, List.of()));
    try {
      byte[] source = source(name + ".c");
      Path folder = Files.createDirectories(folder());
      Path library = folder.resolve(name + "-" + digest(source, flags, version) + ".so");
      if (!Files.exists(library)) {
        // Under another name first: forks may look for it at any time.
        Path file = Files.createTempFile(folder, name, ".c");
        Path object = Files.createTempFile(folder, name, ".o");
        Path compiled = Files.createTempFile(folder, name, ".so");
        Files.write(file, source);
        List<String> command = new ArrayList<>(List.of("cc", "-c"));
        command.addAll(flags);
        command.addAll(List.of("-o", object.toString(), file.toString()));
        runOrThrow(command);
        // Linked without -ffast-math, with which the library would make subnormal floats 0 in all
        // code of the thread that loads it.
        runOrThrow(List.of("cc", "-shared", "-o", compiled.toString(), object.toString(), "-lm"));
        Files.move(compiled, library, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(file);
        Files.delete(object);
      }
      return library;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] source(String file) throws IOException {
    try (InputStream stream = NativeCode.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no C file " + file + " beside " + NativeCode.class);
      }
      return stream.readAllBytes();
    }
  }

  /** A folder beside the compiled classes. */
  private static Path folder() {
    try {
      return Path.of(NativeCode.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .resolveSibling("native");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(byte[] source, List<String> flags, String version) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(source);
      digest.update((flags + version + Machine.cpu()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> findCompiler() {
    try {
      Run run = run(List.of("cc", "--version"));
      return run.status() == 0 ? run.output().lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no such command
    }
  }

  private static void runOrThrow(List<String> command) throws IOException {
    Run run = run(command);
    if (run.status() != 0) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + run.output());
    }
  }

  private record Run(int status, String output) {}

  private static Run run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
