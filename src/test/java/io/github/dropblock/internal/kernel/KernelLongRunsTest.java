package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.BernoulliSpecification;
import io.github.dropblock.internal.random.BernoulliWords;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that the loops take in several parts, against one element or word at a time. */
@Tag("kernels")
class KernelLongRunsTest {
  private static final int MARGIN = 3;

  private final Random random = new Random(2);

  /** Around the lengths from which on runs begin at a cache line, or go part by part. */
  @ParameterizedTest
  @ValueSource(ints = {1023, 1024, 1025, 2047, 2048, 2049, 2 * 2048, 5000})
  void masksAreApplied(int length) {
    for (int offset = 0; offset <= 17; offset++) {
      int firstBit = random.nextInt(100);
      long[] dropped = random.longs(Bits.words(firstBit + length)).toArray();
      float[] in = floats(offset + length + MARGIN);
      for (Kernels kernels : KernelsUnderTest.all()) {
        float[] out = new float[in.length];
        Arrays.fill(out, 9f);
        kernels.applyMask(in, offset, out, offset, length, dropped, firstBit, 1.25f);
        for (int i = 0; i < in.length; i++) {
          boolean inside = i >= offset && i < offset + length;
          boolean kept = inside && !Bits.get(dropped, firstBit + i - offset);
          float expected = kept ? in[i] * 1.25f : inside ? 0f : 9f;
          assertEquals(expected, out[i], kernels.name() + " element " + i + " from " + offset);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1023, 1024, 1025, 2047, 2048, 2049, 5000})
  void elementsAreSelected(int length) {
    for (int offset = 0; offset <= 17; offset++) {
      int firstBit = random.nextInt(100);
      long[] dropped = random.longs(Bits.words(firstBit + length)).toArray();
      float[] a = floats(offset + length + MARGIN);
      float[] b = floats(length);
      for (Kernels kernels : KernelsUnderTest.all()) {
        float[] out = new float[a.length];
        kernels.select(a, offset, b, 0, out, offset, length, dropped, firstBit);
        for (int i = 0; i < a.length; i++) {
          boolean inside = i >= offset && i < offset + length;
          boolean kept = inside && !Bits.get(dropped, firstBit + i - offset);
          float expected = kept ? a[i] : inside ? b[i - offset] : 0f;
          assertEquals(expected, out[i], kernels.name() + " element " + i + " from " + offset);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {127, 128, 129, 255, 256, 257, 600})
  void wordsAreDrawn(int words) {
    for (long threshold : new long[] {1, 1L << 52, (1L << 53) - 1, random.nextLong() >>> 11}) {
      long key = random.nextLong();
      long[] expected = BernoulliSpecification.words(key, 3, key >> 1, 1L << 32, threshold, words);
      for (Kernels kernels : KernelsUnderTest.all()) {
        long[] out = new long[BernoulliWords.wholeRows(words) + MARGIN];
        long[] work = new long[Kernels.BERNOULLI_WORK];
        kernels.bernoulliWords(key, 3, key >> 1, 1L << 32, threshold, out, words, work);
        assertArrayEquals(expected, Arrays.copyOf(out, words), kernels.name());
        assertEquals(0, out[BernoulliWords.wholeRows(words)]);
      }
    }
  }

  private float[] floats(int length) {
    float[] data = new float[length];
    for (int i = 0; i < length; i++) {
      data[i] = random.nextFloat() - 0.5f;
    }
    return data;
  }
}
