package dev.sorensen.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jdk.incubator.vector.VectorShape;

/** What the figures were taken on. */
final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

  private Machine() {}

  /** Returns the model of the CPU, or where the system does not tell, its architecture. */
  static String cpu() {
    if (!Files.isReadable(CPU_INFO)) {
      return System.getProperty("os.arch");
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the version of this JDK. */
  static String jdk() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
  }

  /** Returns how many bits the vectors have that Java prefers here. */
  static int vectorBits() {
    return VectorShape.preferredShape().vectorBitSize();
  }

  /** Returns the bytes of the largest cache, where the system tells. */
  static OptionalLong lastLevelCache() {
    if (!Files.isDirectory(CACHES)) {
      return OptionalLong.empty();
    }
    try (Stream<Path> caches = Files.list(CACHES)) {
      List<Path> sizes =
          caches.map(cache -> cache.resolve("size")).filter(Files::isReadable).toList();
      OptionalLong largest = OptionalLong.empty();
      for (Path size : sizes) {
        long bytes = bytes(Files.readString(size).strip());
        largest = OptionalLong.of(Math.max(bytes, largest.orElse(0)));
      }
      return largest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads 32768K or 32M. */
  static long bytes(String size) {
    long number = Long.parseLong(size.replaceAll("[KMG]$", ""));
    return switch (size.charAt(size.length() - 1)) {
      case 'K' -> number << 10;
      case 'M' -> number << 20;
      case 'G' -> number << 30;
      default -> number;
    };
  }
}
