package io.github.dropblock.reliability.soak.bits;

import java.util.Arrays;
import java.util.BitSet;

/** Bits in words: bit i is bit {@code i % 64} of word {@code i / 64}. */
public final class BitArrays {
  private BitArrays() {}

  /** Words for a number of bits. */
  public static int words(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  /** A pattern again and again. */
  public static long[] repeat(BitSet pattern, int period, int bits) {
    long[] words = new long[words(bits)];
    for (int start = 0; start < bits; start += period) {
      for (int i = pattern.nextSetBit(0); i >= 0; i = pattern.nextSetBit(i + 1)) {
        words[(start + i) >> 6] |= 1L << (start + i);
      }
    }
    return words;
  }

  /** A copy in which only the first bits can be set. */
  public static long[] first(long[] words, int bits) {
    long[] first = new long[words.length];
    System.arraycopy(words, 0, first, 0, words(bits));
    if (bits % Long.SIZE != 0) {
      first[bits / Long.SIZE] &= (1L << bits) - 1;
    }
    return first;
  }

  /**
   * Bit i of the result is bit {@code i + lag}, or 0 beyond the end.
   *
   * <p>Modified: all of {@code out}, which is another array of the same length.
   */
  public static void shiftDown(long[] words, int lag, long[] out) {
    int skip = lag / Long.SIZE;
    int shift = lag % Long.SIZE;
    int rest = words.length - skip;
    for (int i = 0; i < rest; i++) {
      long upper = shift == 0 || i + 1 == rest ? 0 : words[skip + i + 1] << (Long.SIZE - shift);
      out[i] = words[skip + i] >>> shift | upper;
    }
    Arrays.fill(out, rest, out.length, 0);
  }

  /** How many bits are set. */
  public static long count(long[] words) {
    return Arrays.stream(words).map(Long::bitCount).sum();
  }
}
