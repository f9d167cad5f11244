package io.github.dropblock.internal.kernel;

import java.util.List;

/** The implementations that the kernel properties run. */
final class KernelsUnderTest {
  private KernelsUnderTest() {}

  /** Each implementation that this JVM can run, at the width that it gives to vectors. */
  static List<Kernels> all() {
    return vectorApiIsThere()
        ? List.of(new ScalarKernels(), Vectors.kernels())
        : List.of(new ScalarKernels());
  }

  static boolean vectorApiIsThere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /** Loaded only where the Vector API is. */
  private static final class Vectors {
    static Kernels kernels() {
      return new VectorKernels();
    }
  }
}
