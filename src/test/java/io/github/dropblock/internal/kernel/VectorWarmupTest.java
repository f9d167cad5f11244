package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first masks, which two kinds of loops share, and those after them. */
@Tag("kernels")
class VectorWarmupTest {
  /** Ends within a piece, a word and a vector. */
  private static final int LENGTH =
      (VectorWarmup.PIECES_OF_A_VECTOR_PIECE + 3) * VectorWarmup.PIECE + 77;

  @Test
  void eachMaskHasTheBitsOfTheScalarLoops() {
    Assumptions.assumeTrue(KernelsUnderTest.vectorApiIsThere());
    Kernels warmup = new VectorWarmup();
    long[] dropped = new long[LENGTH / 64 + 2];
    Arrays.setAll(dropped, i -> 0x9E37_79B9_7F4A_7C15L * i);
    float[] in = new float[LENGTH + 5];
    for (int i = 0; i < in.length; i++) {
      in[i] = i % 7 == 0 ? Float.NaN : i - 999.5f;
    }
    float[] expected = new float[LENGTH + 9];
    new ScalarKernels().applyMask(in, 5, expected, 9, LENGTH, dropped, 3, 1.1f);
    for (int pieces = 0; pieces < 2 * VectorWarmup.PIECES; pieces += LENGTH / VectorWarmup.PIECE) {
      float[] out = new float[LENGTH + 9];
      warmup.applyMask(in, 5, out, 9, LENGTH, dropped, 3, 1.1f);
      assertArrayEquals(expected, out);
    }
  }
}
