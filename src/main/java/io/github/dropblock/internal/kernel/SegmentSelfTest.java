package io.github.dropblock.internal.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Self-test of loops on memory outside the heap: compares a small run with the scalar kernels. */
final class SegmentSelfTest {
  private static final int LENGTH = 3 * Kernels.CHUNK + 100;
  private static final int FROM = 3;
  private static final int TO = 6;
  private static final int BIT = 5;
  private static final float SCALE = 1.1f;

  private SegmentSelfTest() {}

  static boolean passes(SegmentKernels kernels) {
    float[] numbers = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      numbers[i] = i % 7 == 0 ? Float.NaN : i - 99.5f;
    }
    long[] dropped = new long[LENGTH / Long.SIZE + 2];
    Arrays.setAll(dropped, i -> 0x0123_4567_89AB_CDEFL * (i % 5));
    float[] expected = new float[LENGTH];
    new ScalarKernels().applyMask(numbers, 0, expected, 0, LENGTH, dropped, BIT, SCALE);
    DirectFloats in = DirectFloats.of(direct(numbers, FROM), kernels);
    FloatBuffer result = direct(new float[LENGTH], TO);
    DirectFloats out = DirectFloats.of(result, kernels);
    DirectFloats.applyMask(in, FROM, out, TO, LENGTH, dropped, BIT, SCALE);
    float[] actual = new float[LENGTH];
    result.get(TO, actual);
    return Arrays.equals(expected, actual);
  }

  private static FloatBuffer direct(float[] numbers, int at) {
    int bytes = (at + numbers.length) * Float.BYTES;
    FloatBuffer buffer =
        ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
    return buffer.put(at, numbers);
  }
}
