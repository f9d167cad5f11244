package io.github.dropblock.internal.kernel;

import java.util.function.Supplier;

/** Choice of the loops on memory outside the heap. It is made once, when they are first needed. */
final class SegmentAttempt {
  /** First version of Java with memory segments that are not a preview. */
  static final int FIRST_VERSION = 22;

  private SegmentAttempt() {}

  /** Returns the loops, or null if the vector kernels are not in use or this JVM has none. */
  static SegmentKernels kernels() {
    return Chosen.KERNELS;
  }

  /** Tries the loops of a loader. Never throws: without them, elements go through an array. */
  static SegmentKernels with(int javaVersion, Kernels kernels, Supplier<SegmentKernels> loader) {
    if (javaVersion < FIRST_VERSION || kernels.vectorBits() == 0) {
      return null;
    }
    try {
      SegmentKernels segments = loader.get();
      return SegmentSelfTest.passes(segments) ? segments : null;
    } catch (Throwable e) {
      return null;
    }
  }

  /** Holder of the choice. */
  private static final class Chosen {
    static final SegmentKernels KERNELS =
        with(Runtime.version().feature(), KernelSelector.kernels(), VectorSegments::new);
  }
}
