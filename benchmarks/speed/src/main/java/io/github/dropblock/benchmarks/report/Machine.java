package io.github.dropblock.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param cpu its model
 * @param cpus how many the JVM may use
 * @param cacheBytes size of the last cache
 * @param os its name, version and architecture
 * @param jvm its name and version
 * @param javaVersion the feature version
 */
public record Machine(
    String cpu, int cpus, long cacheBytes, String os, String jvm, int javaVersion) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final Path CACHE_SIZE = Path.of("/sys/devices/system/cpu/cpu0/cache/index3/size");
  private static final String UNKNOWN_CACHE_SIZE = "32768K";
  private static final int KIBI = 1024;

  static Machine current() {
    return new Machine(
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        lastCache(),
        properties("os.name", "os.version", "os.arch"),
        properties("java.vm.name", "java.vm.version", "java.vendor.version"),
        Runtime.version().feature());
  }

  private static String properties(String... names) {
    return Stream.of(names)
        .map(name -> System.getProperty(name, ""))
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String cpuModel() {
    return read(CPU_INFO, "")
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  /** Linux writes it as 32768K. */
  private static long lastCache() {
    String size = read(CACHE_SIZE, UNKNOWN_CACHE_SIZE).strip();
    return KIBI * Long.parseLong(size.replace("K", ""));
  }

  private static String read(Path file, String otherwise) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return otherwise; // Not Linux, or a virtual machine that hides it.
    }
  }

  @Override
  public String toString() {
    return cpu
        + ", "
        + cpus
        + " CPUs, last cache "
        + cacheBytes / KIBI / KIBI
        + " MiB\n"
        + jvm
        + ", Java "
        + javaVersion
        + "\n"
        + os;
  }
}
