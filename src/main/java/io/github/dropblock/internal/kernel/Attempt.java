package io.github.dropblock.internal.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Vector kernels, or the reason why they are not used.
 *
 * @param kernels the vector kernels; null if there is an obstacle
 * @param obstacle one line; null if there is none
 * @param cause the exception or error that is the obstacle; null if there is none
 * @param broken whether the vector kernels should have worked on this JVM
 */
record Attempt(Kernels kernels, String obstacle, Throwable cause, boolean broken) {
  private static final String MODULE = "jdk.incubator.vector";
  private static final int MIN_VECTOR_BITS = 128;

  /** Tries the vector kernels on this JVM. Never throws. */
  static Attempt onThisJvm() {
    Optional<Module> vectorApi = ModuleLayer.boot().findModule(MODULE);
    if (vectorApi.isEmpty()) {
      return refused("for vectors, start java with --add-modules " + MODULE);
    }
    // Not in module-info, since javac would then warn every module that requires this one of an
    // incubating module.
    Attempt.class.getModule().addReads(vectorApi.get());
    return with(JvmFacts::read, Loader::load);
  }

  /** Tries the vector kernels of a loader on a JVM with these facts. Never throws. */
  static Attempt with(Supplier<JvmFacts> jvm, Supplier<Kernels> loader) {
    try {
      String slow = JvmObstacles.in(jvm.get());
      return slow == null ? tested(loader.get()) : refused(slow);
    } catch (Throwable e) {
      // Any exception or error: the scalar kernels do not need what failed.
      return new Attempt(null, sentence(e), e, true);
    }
  }

  private static Attempt refused(String obstacle) {
    return new Attempt(null, obstacle, null, false);
  }

  private static Attempt tested(Kernels vector) {
    if (vector.vectorBits() < MIN_VECTOR_BITS) {
      return refused("vectors of " + vector.vectorBits() + " bit gain nothing");
    }
    if (!KernelSelfTest.passes(vector)) {
      String failed = "the vector kernels failed their self-test on this JVM; please report it";
      return new Attempt(null, failed, null, true);
    }
    return new Attempt(vector, null, null, false);
  }

  private static String sentence(Throwable e) {
    boolean wrapped = e instanceof ExceptionInInitializerError && e.getCause() != null;
    String line = (wrapped ? e.getCause() : e).toString().lines().findFirst().orElse("");
    if (!(e instanceof NoClassDefFoundError)) {
      return "the vector kernels do not run on this JVM: " + line;
    }
    boolean vectorApi = line.contains(MODULE.replace('.', '/'));
    return vectorApi
        ? "the library's class loader does not find the Vector API: " + line
        : "the jar lacks the vector kernels: " + line;
  }

  /**
   * Refers to the vector kernels by name, so that tools that shrink jars keep them. Loaded only
   * when it is used.
   */
  private static final class Loader {
    static Kernels load() {
      return new VectorWarmup();
    }
  }
}
