package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.internal.random.BernoulliWords;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each length from 0 to past four vectors, at each offset, against the scalar loops, bit for bit.
 */
@Tag("kernels")
class KernelLengthsTest {
  private static final int MAX_LANES = 16;
  private static final int LENGTHS = 4 * MAX_LANES + 3;
  private static final Kernels SCALAR = new ScalarKernels();

  private final Random random = new Random(1);

  @Test
  void masksAreAppliedAlike() {
    // Beyond four vectors too: the vector loops take 64 elements at a time.
    for (int length = 0; length <= 2 * Long.SIZE + LENGTHS; length++) {
      for (int offset = 0; offset < 3; offset++) {
        for (int firstBit : new int[] {0, 1, 31, 63}) {
          long[] dropped = random.longs(6).toArray();
          float[] data = floats(offset + length + 5);
          for (Kernels kernels : KernelsUnderTest.all()) {
            assertArrayEquals(
                applied(SCALAR, data, offset, length, dropped, firstBit),
                applied(kernels, data, offset, length, dropped, firstBit),
                kernels.name() + " length " + length);
          }
        }
      }
    }
  }

  private static int[] applied(
      Kernels kernels, float[] data, int offset, int length, long[] dropped, int firstBit) {
    float[] out = new float[data.length + 1];
    kernels.applyMask(data, offset, out, offset + 1, length, dropped, firstBit, 1.25f);
    float[] inPlace = data.clone();
    kernels.applyMask(inPlace, offset, inPlace, offset, length, dropped, firstBit, 0.75f);
    float[] multipliers = new float[data.length];
    kernels.writeMultipliers(multipliers, offset, length, dropped, firstBit, 3);
    float[] product = data.clone();
    kernels.multiply(data, offset, product, offset, length, 1.25f);
    return rawBits(out, inPlace, multipliers, product);
  }

  private static int[] rawBits(float[]... arrays) {
    return Arrays.stream(arrays)
        .flatMapToInt(a -> IntStream.range(0, a.length).map(i -> Float.floatToRawIntBits(a[i])))
        .toArray();
  }

  private float[] floats(int length) {
    float[] data = new float[length];
    for (int i = 0; i < length; i++) {
      data[i] = i % 11 == 3 ? Float.POSITIVE_INFINITY : random.nextFloat() - 0.5f;
    }
    return data;
  }

  @Test
  void wordsAreDrawnAlike() {
    for (int count = 0; count <= LENGTHS; count++) {
      long key = random.nextLong();
      long threshold = count % 5 == 0 ? 1L << 52 : random.nextLong() >>> 11;
      for (Kernels kernels : KernelsUnderTest.all()) {
        assertArrayEquals(blocks(SCALAR, key, count), blocks(kernels, key, count), kernels.name());
        assertArrayEquals(
            draws(SCALAR, key, threshold, count),
            draws(kernels, key, threshold, count),
            kernels.name());
      }
    }
  }

  private static long[] blocks(Kernels kernels, long key, int count) {
    long[] out = new long[2 * count + 3];
    kernels.randomBlocks(key, ~key, key << 1, -7, out, count);
    return out;
  }

  private static long[] draws(Kernels kernels, long key, long threshold, int count) {
    long[] out = new long[BernoulliWords.wholeRows(count) + 3];
    long[] work = new long[Kernels.BERNOULLI_WORK];
    kernels.bernoulliWords(key, 3, key >> 1, 1L << 32, threshold, out, count, work);
    Arrays.fill(out, count, BernoulliWords.wholeRows(count), 0); // May hold anything.
    return out;
  }

  @Test
  void wordsAreShiftedAlike() {
    for (int count = 0; count <= LENGTHS; count++) {
      for (int shift : new int[] {1, 7, 63, 64, 65, 128, 200, 64 * 30 + 1}) {
        long[] words = random.longs(count + 3).toArray();
        for (Kernels kernels : KernelsUnderTest.all()) {
          long[] expected = words.clone();
          SCALAR.orShifted(expected, count, shift);
          long[] actual = words.clone();
          kernels.orShifted(actual, count, shift);
          assertArrayEquals(expected, actual, kernels.name() + " shift " + shift);
        }
      }
    }
  }
}
