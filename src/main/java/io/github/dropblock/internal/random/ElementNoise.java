package io.github.dropblock.internal.random;

/**
 * Noise with one value per element of a sample.
 *
 * <p>Four elements share a block of the generator: element e uses the block with key (seed, step)
 * and counter (sample, 2^63 + e / 4), and of its four halves of words number {@code e % 4}, each
 * word's upper half first. The highest bit of the counter separates noise from masks. A {@link
 * NoiseDistribution} turns the 32 bits into a value.
 */
public final class ElementNoise {
  private static final long DOMAIN = Long.MIN_VALUE;
  private static final int HALF_WORD = 32;

  private ElementNoise() {}

  /**
   * Returns one value.
   *
   * @param element position in the sample, in row-major order
   * @param words2 a work array of two words
   */
  public static float value(
      NoiseDistribution noise, long seed, long step, long sample, int element, long[] words2) {
    draw(seed, step, sample, element >> 2, words2);
    return noise.of(bits(words2, element));
  }

  /**
   * Writes noise to the elements whose bit is set. Neighbors share what they have in common.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param at index in {@code out} of the element of bit 0
   * @param element position in the sample of the element of bit 0
   * @param words2 a work array of two words
   */
  public static void write(
      float[] out,
      int at,
      long bits,
      NoiseDistribution noise,
      long seed,
      long step,
      long sample,
      int element,
      long[] words2) {
    int drawn = -1;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      int i = Long.numberOfTrailingZeros(rest);
      int block = (element + i) >> 2;
      if (block != drawn) {
        draw(seed, step, sample, block, words2);
        drawn = block;
      }
      out[at + i] = noise.of(bits(words2, element + i));
    }
  }

  private static void draw(long seed, long step, long sample, int block, long[] words2) {
    Threefry.block(seed, step, sample, DOMAIN | block, words2, 0, 1);
  }

  private static int bits(long[] words2, int element) {
    long word = words2[(element >> 1) & 1];
    return (int) ((element & 1) == 0 ? word >>> HALF_WORD : word);
  }
}
