package io.github.dropblock.internal.bits;

/** Writer of runs of bits one after another, from the first bit of an array on. */
public final class BitWriter {
  private final long[] words;
  private int word;
  private int count;
  private long pending;

  /** Creates a writer to an array of words. */
  public BitWriter(long[] words) {
    this.words = words;
  }

  /** Begins again at the first bit. */
  public void restart() {
    word = 0;
    count = 0;
    pending = 0;
  }

  /** Copies a run of bits. */
  public void copy(long[] source, int firstBit, int length) {
    int whole = length & -Long.SIZE;
    if (whole > 0) {
      copyWords(source, firstBit, whole);
    }
    if (whole < length) {
      write(Bits.read(source, firstBit + whole, length - whole), length - whole);
    }
  }

  private void copyWords(long[] source, int firstBit, int length) {
    long carried = pending;
    int to = word;
    for (int bit = firstBit; bit < firstBit + length; bit += Long.SIZE) {
      long bits = Bits.word(source, bit);
      words[to++] = carried | bits << count;
      carried = highBits(bits);
    }
    word = to;
    pending = carried;
  }

  /** Returns the bits of a word that do not fit, in two steps: a shift by 64 is a shift by 0. */
  private long highBits(long bits) {
    return bits >>> 1 >>> (Long.SIZE - 1 - count);
  }

  /** Writes one and the same bit a number of times. */
  public void repeat(boolean bit, int length) {
    for (int done = 0; done < length; done += Long.SIZE) {
      int part = Math.min(Long.SIZE, length - done);
      write(bit ? Bits.ones(part) : 0, part);
    }
  }

  /** Writes 1 to 64 bits, the lowest of {@code bits}. The others are zero. */
  public void write(long bits, int length) {
    pending |= bits << count;
    if (count + length < Long.SIZE) {
      count += length;
      return;
    }
    words[word++] = pending;
    pending = highBits(bits);
    count += length - Long.SIZE;
  }

  /** Writes the bits that do not fill a word. The rest of that word is zero. */
  public void finish() {
    if (count > 0) {
      words[word] = pending;
    }
  }
}
