package io.github.dropblock.internal.kernel;

import static io.github.dropblock.internal.kernel.VectorBits.FLOATS;
import static io.github.dropblock.internal.kernel.VectorBits.INTS;
import static io.github.dropblock.internal.kernel.VectorBits.TO_SIGN;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;

import io.github.dropblock.internal.bits.Bits;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Masked product where the scale changes every few elements, such as one scale per small plane.
 *
 * <p>The scales of a chunk are first written one by one to an array that stays in the first-level
 * cache. The product then needs no boundaries, and its loop is that of one scale.
 *
 * @see Kernels#applyScales
 */
final class VectorScales {
  private static final int LANES = FLOATS.length();

  private VectorScales() {}

  /** Applies {@link Kernels#applyScales} to a length that is a multiple of 64. */
  static void apply(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float[] scales,
      int firstScale,
      int run,
      int phase,
      float[] work) {
    for (int i = 0, chunk; i < length; i += chunk) {
      chunk = Math.min(Kernels.CHUNK, length - i);
      int at = phase + i;
      spread(scales, firstScale + at / run, run, at % run, work, chunk);
      multiply(in, inOffset + i, out, outOffset + i, chunk, dropped, firstBit + i, work);
    }
  }

  /**
   * Writes the scale of each element. The last vector of a run reaches into the next run, which is
   * written later.
   */
  private static void spread(
      float[] scales, int firstScale, int run, int phase, float[] work, int length) {
    int scale = firstScale;
    for (int at = 0, end = run - phase; at < length; at = end, end += run) {
      FloatVector value = FloatVector.broadcast(FLOATS, scales[scale++]);
      for (int i = at; i < end; i += LANES) {
        value.intoArray(work, i);
      }
    }
  }

  private static void multiply(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float[] factors) {
    for (int word = 0; word < length; word += Long.SIZE) {
      long bits = Bits.word(dropped, firstBit + word);
      multiplyWord(in, inOffset + word, out, outOffset + word, factors, word, bits);
    }
  }

  private static void multiplyWord(
      float[] in, int inOffset, float[] out, int outOffset, float[] factors, int at, long bits) {
    for (int i = 0; i < Long.SIZE; i += LANES) {
      FloatVector factor = FloatVector.fromArray(FLOATS, factors, at + i);
      FloatVector product = FloatVector.fromArray(FLOATS, in, inOffset + i).mul(factor);
      IntVector kept =
          IntVector.broadcast(INTS, (int) (~bits >>> i)).lanewise(LSHL, TO_SIGN).lanewise(ASHR, 31);
      product.reinterpretAsInts().and(kept).reinterpretAsFloats().intoArray(out, outOffset + i);
    }
  }
}
