package io.github.dropblock.internal.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

/**
 * Chooses the kernels, once, when they are first needed.
 *
 * <p>The vector kernels are loaded by name, so that nothing names them in a JVM without the Vector
 * API.
 */
public final class KernelSelector {
  /** The system property that forces a choice: {@code auto}, {@code scalar} or {@code vector}. */
  static final String PROPERTY = "dropblock.kernels";

  private static final String MODULE = "jdk.incubator.vector";
  private static final int MIN_VECTOR_BITS = 128;
  private static final Selection SELECTION = logged(select(System.getProperty(PROPERTY, "auto")));

  private KernelSelector() {}

  /** The kernels that every mask uses. */
  public static Kernels kernels() {
    return SELECTION.kernels();
  }

  /** The kernels and the reason for the choice. */
  public static Selection selection() {
    return SELECTION;
  }

  static Selection select(String choice) {
    return switch (choice) {
      case "auto" -> vectorOr(true);
      case "vector" -> vectorOr(false);
      case "scalar" -> scalar("asked for by -D" + PROPERTY + "=scalar");
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " must be auto, scalar or vector: " + choice);
    };
  }

  private static Selection scalar(String reason) {
    return new Selection(new ScalarKernels(), reason);
  }

  private static Selection vectorOr(boolean scalarAllowed) {
    String obstacle = obstacleInJvm();
    Kernels vector = null;
    if (obstacle == null) {
      vector = load();
      obstacle = obstacleIn(vector);
    }
    if (obstacle == null) {
      return new Selection(vector, vector.vectorBits() + " bit, passed its self-test");
    }
    if (scalarAllowed) {
      return scalar(obstacle);
    }
    throw new IllegalStateException(PROPERTY + "=vector cannot be met: " + obstacle);
  }

  private static String obstacleInJvm() {
    Optional<Module> vectorApi = ModuleLayer.boot().findModule(MODULE);
    if (vectorApi.isEmpty()) {
      return "for vectors, start java with --add-modules " + MODULE;
    }
    // Not in module-info: javac would warn whoever requires this module of an incubating one.
    KernelSelector.class.getModule().addReads(vectorApi.get());
    String compiler = System.getProperty("java.vm.info", "");
    // Without the optimizing compiler each vector operation is an object and a call.
    if (compiler.contains("interpreted") || compiler.contains("emulated-client")) {
      return "this JVM runs without its optimizing compiler: " + compiler;
    }
    return null;
  }

  private static Kernels load() {
    String name = KernelSelector.class.getPackageName() + ".VectorKernels";
    try {
      return (Kernels)
          MethodHandles.lookup().findClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the library's jar lacks " + name, e);
    }
  }

  /** Why not to choose these kernels; null if nothing is in the way. */
  static String obstacleIn(Kernels vector) {
    if (vector.vectorBits() < MIN_VECTOR_BITS) {
      return "vectors of " + vector.vectorBits() + " bit gain nothing";
    }
    if (!KernelSelfTest.passes(vector)) {
      return "the vector kernels failed their self-test on this JVM; please report it";
    }
    return null;
  }

  private static Selection logged(Selection selection) {
    Logger logger = System.getLogger("io.github.dropblock");
    logger.log(
        Level.INFO,
        "DropBlock kernels: {0} ({1}); choose by -D" + PROPERTY + "=auto|scalar|vector",
        selection.kernels().name(),
        selection.reason());
    return selection;
  }

  /** Kernels and why they were chosen. */
  public record Selection(Kernels kernels, String reason) {}
}
