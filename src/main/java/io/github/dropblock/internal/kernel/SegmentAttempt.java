package io.github.dropblock.internal.kernel;

import java.util.function.Supplier;

/** Choice of the loops on memory outside the heap. It is made once, when they are first needed. */
final class SegmentAttempt {
  /** First version of Java with memory segments that are not a preview. */
  static final int FIRST_VERSION = 22;

  private SegmentAttempt() {}

  /**
   * Returns the loops, or null if the vector kernels are not in use or this JVM has none.
   *
   * @throws IllegalArgumentException if the system property has an unknown value
   * @throws IllegalStateException if the vector kernels are requested and not available
   */
  static SegmentKernels kernels() {
    // Not in the initializer of a class, where a failure would be reported only once.
    return KernelSelector.kernels().vectorBits() == 0 ? null : Chosen.KERNELS;
  }

  /** Tries the loops of a loader. Never throws: without them, elements go through an array. */
  static SegmentKernels with(int javaVersion, Supplier<SegmentKernels> loader) {
    if (javaVersion < FIRST_VERSION) {
      return null;
    }
    try {
      SegmentKernels kernels = loader.get();
      return SegmentSelfTest.passes(kernels) ? kernels : null;
    } catch (Throwable e) {
      // Any exception or error, as a class that fails to load.
      return null;
    }
  }

  private static SegmentKernels load() {
    return new VectorSegments();
  }

  /** Holder of the choice. */
  private static final class Chosen {
    static final SegmentKernels KERNELS = with(Runtime.version().feature(), SegmentAttempt::load);
  }
}
