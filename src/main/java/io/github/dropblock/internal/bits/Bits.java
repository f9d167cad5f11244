package io.github.dropblock.internal.bits;

/**
 * Operations on runs of bits in a bit array. Position i is bit {@code i & 63} of word {@code i >>
 * 6}.
 */
public final class Bits {
  private Bits() {}

  /** Returns how many words hold a number of bits. */
  public static int words(int bits) {
    return (int) (((long) bits + Long.SIZE - 1) >>> 6);
  }

  /** Returns how many bytes hold a number of bits. */
  public static int bytes(int bits) {
    return (int) (((long) bits + Byte.SIZE - 1) >>> 3);
  }

  /** Returns a word with the lowest {@code count} bits set, for a count from 0 to 64. */
  public static long ones(int count) {
    return count == 0 ? 0 : -1L >>> (Long.SIZE - count);
  }

  /** Tells whether a bit is set. */
  public static boolean get(long[] words, int bit) {
    return (words[bit >> 6] >>> bit & 1) != 0;
  }

  /** Returns the 64 bits starting at {@code firstBit}. */
  public static long word(long[] words, int firstBit) {
    int word = firstBit >> 6;
    int shift = firstBit & 63;
    return shift == 0
        ? words[word]
        : words[word] >>> shift | words[word + 1] << (Long.SIZE - shift);
  }

  /** Returns a run of 1 to 64 bits in the lowest bits of the result. */
  public static long read(long[] words, int firstBit, int count) {
    int word = firstBit >> 6;
    int shift = firstBit & 63;
    long bits = words[word] >>> shift;
    if (shift + count > Long.SIZE) {
      bits |= words[word + 1] << (Long.SIZE - shift);
    }
    return bits & ones(count);
  }

  /** Counts the bits that are set in a run of any length. */
  public static int count(long[] words, int firstBit, int count) {
    int set = 0;
    for (int word = 0; word < words(count); word++) {
      int done = word << 6;
      set += Long.bitCount(read(words, firstBit + done, Math.min(Long.SIZE, count - done)));
    }
    return set;
  }

  /**
   * Transposes a block of 64 x 64 bits: bit j of word i goes to bit i of word j. First, two of the
   * four 32 x 32 blocks change places, then the blocks of half the size within each, and so on
   * (Warren, "Hacker's Delight", section 7-3). Two sizes go at a time, so that words are loaded and
   * stored half as often.
   *
   * <p>Modified: {@code block64}.
   */
  public static void transpose(long[] block64) {
    for (int i = 0; i < 16; i++) {
      exchange(block64, i, 16, 0xFFFFFFFFL, 0xFFFF_0000_FFFFL);
    }
    for (int i = 0; i < 64; i += 16) {
      for (int j = i; j < i + 4; j++) {
        exchange(block64, j, 4, 0xFF_00FF_00FF_00FFL, 0xF0F_0F0F_0F0F_0F0FL);
      }
    }
    for (int i = 0; i < 64; i += 4) {
      exchange(block64, i, 1, 0x3333_3333_3333_3333L, 0x5555_5555_5555_5555L);
    }
  }

  /**
   * Exchanges blocks of {@code 2 * size} rows, and then those of {@code size}, in four words that
   * are {@code size} apart. The masks have the lower half of each pair of blocks.
   */
  private static void exchange(long[] words, int at, int size, long lowOfTwo, long low) {
    long a = words[at];
    long b = words[at + size];
    long c = words[at + 2 * size];
    long d = words[at + 3 * size];
    long ac = ((a >>> (2 * size)) ^ c) & lowOfTwo;
    a ^= ac << (2 * size);
    c ^= ac;
    long bd = ((b >>> (2 * size)) ^ d) & lowOfTwo;
    b ^= bd << (2 * size);
    d ^= bd;
    long ab = ((a >>> size) ^ b) & low;
    long cd = ((c >>> size) ^ d) & low;
    words[at] = a ^ (ab << size);
    words[at + size] = b ^ ab;
    words[at + 2 * size] = c ^ (cd << size);
    words[at + 3 * size] = d ^ cd;
  }

  /**
   * Sets those bits of a run of 1 to 64 that are set in {@code bits}.
   *
   * <p>Modified: {@code words}.
   *
   * @param bits the lowest {@code count} bits; the others are zero
   * @return number of bits that were not set before
   */
  public static int or(long[] words, int firstBit, int count, long bits) {
    int word = firstBit >> 6;
    int shift = firstBit & 63;
    int added = orWord(words, word, bits << shift);
    if (shift + count > Long.SIZE) {
      added += orWord(words, word + 1, bits >>> (Long.SIZE - shift));
    }
    return added;
  }

  private static int orWord(long[] words, int word, long bits) {
    long before = words[word];
    words[word] = before | bits;
    return Long.bitCount(bits & ~before);
  }

  /**
   * Sets a run of bits of any length.
   *
   * <p>Modified: {@code words}.
   *
   * @return number of bits that were not set before
   */
  public static int set(long[] words, int firstBit, int count) {
    int added = 0;
    for (int word = 0; word < words(count); word++) {
      int done = word << 6;
      int part = Math.min(Long.SIZE, count - done);
      added += or(words, firstBit + done, part, ones(part));
    }
    return added;
  }

  /**
   * Inverts a run of bits of any length.
   *
   * <p>Modified: {@code words}.
   */
  public static void invert(long[] words, int firstBit, int count) {
    int last = firstBit + count - 1;
    for (int word = firstBit >> 6; count > 0 && word <= last >> 6; word++) {
      long before = word == firstBit >> 6 ? ones(firstBit & 63) : 0;
      long after = word == last >> 6 ? ~ones((last & 63) + 1) : 0;
      words[word] ^= ~(before | after);
    }
  }

  /**
   * Sets those bits of a run of any length that are set in another bit array.
   *
   * <p>Modified: {@code words}.
   *
   * @return number of bits that were not set before
   */
  public static int or(long[] words, int firstBit, int count, long[] source, int sourceBit) {
    int added = 0;
    for (int word = 0; word < words(count); word++) {
      int done = word << 6;
      int part = Math.min(Long.SIZE, count - done);
      added += or(words, firstBit + done, part, read(source, sourceBit + done, part));
    }
    return added;
  }
}
