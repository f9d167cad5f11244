package io.github.dropblock.internal.kernel;

import java.util.List;

/** The implementations that the kernel properties run: another one joins by one line here. */
final class KernelsUnderTest {
  private KernelsUnderTest() {}

  /** Each implementation that this JVM can run; the selected one may be among the others. */
  static List<Kernels> all() {
    return List.of(new ScalarKernels(), KernelSelector.kernels());
  }
}
