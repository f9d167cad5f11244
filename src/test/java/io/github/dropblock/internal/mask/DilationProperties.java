package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.internal.kernel.ScalarKernels;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Growing bits forward against a max-pool over floats. */
class DilationProperties {
  private static final int WORDS = 8;

  @Property
  void growingIsAMaxPoolOverTheBitsBefore(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = WORDS) int count,
      @ForAll @IntRange(min = 1, max = 40) int length,
      @ForAll @IntRange(min = 1, max = 200) int stride) {
    long[] words = sparseWords(seed);
    float[] pooled = maxPool(toFloats(words, count), length, stride);
    long[] expected = words.clone();
    System.arraycopy(toWords(pooled), 0, expected, 0, count);
    Dilation.grow(new ScalarKernels(), words, count, length, stride);
    assertArrayEquals(expected, words);
  }

  /** A few set bits, also in the words behind the grown ones, which must stay as they are. */
  private static long[] sparseWords(long seed) {
    Random random = new Random(seed);
    long[] words = new long[WORDS];
    for (int i = 0; i < 4 * WORDS; i++) {
      words[random.nextInt(WORDS)] |= 1L << random.nextInt(Long.SIZE);
    }
    return words;
  }

  private static float[] maxPool(float[] in, int length, int stride) {
    float[] out = new float[in.length];
    for (int i = 0; i < in.length; i++) {
      for (int k = 0; k < length && i - k * stride >= 0; k++) {
        out[i] = Math.max(out[i], in[i - k * stride]);
      }
    }
    return out;
  }

  private static float[] toFloats(long[] words, int count) {
    float[] values = new float[Long.SIZE * count];
    for (int i = 0; i < values.length; i++) {
      values[i] = words[i / 64] >>> (i % 64) & 1;
    }
    return values;
  }

  private static long[] toWords(float[] values) {
    long[] words = new long[values.length / Long.SIZE];
    for (int i = 0; i < values.length; i++) {
      words[i / 64] |= (long) values[i] << (i % 64);
    }
    return words;
  }
}
