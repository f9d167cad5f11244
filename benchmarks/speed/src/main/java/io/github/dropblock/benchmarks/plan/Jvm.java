package io.github.dropblock.benchmarks.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds of JVM that rows are measured in. */
public enum Jvm {
  /** As a user starts it who wants speed; fails if the vector kernels cannot run. */
  VECTOR("--add-modules=jdk.incubator.vector", "-Ddropblock.kernels=vector"),
  /** Without the module. */
  SCALAR("-Ddropblock.kernels=scalar"),
  /** As VECTOR, beside libtorch. */
  LIBTORCH(
      "--add-modules=jdk.incubator.vector",
      "-Ddropblock.kernels=vector",
      // JavaCPP would stop libtorch at twice the Java heap.
      "-Dorg.bytedeco.javacpp.maxBytes=0",
      "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");

  /**
   * Keeps glibc from returning memory to the system. Otherwise libtorch's temporaries fault in
   * their pages at each call, and that would be most of what is measured.
   */
  private static final String KEEP_MEMORY =
      String.join(
          ":",
          "glibc.malloc.mmap_max=0",
          "glibc.malloc.trim_threshold=8589934592",
          "glibc.malloc.arena_max=1",
          "glibc.malloc.top_pad=268435456");

  /**
   * The collector. G1 is what a JVM takes by itself on a machine with at least two CPUs and 2 GB.
   * It also places all large arrays alike within a page. The serial collector does not: each load
   * then seems to depend on an earlier store, which costs up to a tenth in some shapes and nothing
   * in others.
   */
  public static final String COLLECTOR = "-XX:+UseG1GC";

  private static final int NATIVE_ACCESS_WARNS_SINCE = 24;

  private final List<String> options;

  Jvm(String... options) {
    this.options = List.of(options);
  }

  /** Returns the options of the JVM, without its class path. */
  public List<String> options(int heapMegabytes) {
    List<String> all = new ArrayList<>(options);
    all.add(COLLECTOR);
    // One size from the start: a heap that grows faults in its pages while rows are measured.
    all.add("-Xms" + heapMegabytes + "m");
    all.add("-Xmx" + heapMegabytes + "m");
    if (this == LIBTORCH && Runtime.version().feature() >= NATIVE_ACCESS_WARNS_SINCE) {
      all.add("--enable-native-access=ALL-UNNAMED");
    }
    return List.copyOf(all);
  }

  /** Returns what to add to the environment. */
  public Map<String, String> environment() {
    return this == LIBTORCH ? Map.of("GLIBC_TUNABLES", KEEP_MEMORY) : Map.of();
  }
}
