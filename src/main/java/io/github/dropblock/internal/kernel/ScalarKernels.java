package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.random.BernoulliWord;
import io.github.dropblock.internal.random.Threefry;
import java.util.Arrays;

/** The loops in plain Java: the specification of the others, and what runs without them. */
public class ScalarKernels implements Kernels {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public int vectorBits() {
    return 0;
  }

  @Override
  public void applyMask(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    // The compiler vectorizes a plain product; dropped positions are few and come in runs.
    for (int i = 0; i < length; i++) {
      out[outOffset + i] = in[inOffset + i] * scale;
    }
    zeroDropped(out, outOffset, length, dropped, firstBit);
  }

  @Override
  public void writeMultipliers(
      float[] out, int outOffset, int length, long[] dropped, int firstBit, float scale) {
    Arrays.fill(out, outOffset, outOffset + length, scale);
    zeroDropped(out, outOffset, length, dropped, firstBit);
  }

  private static void zeroDropped(
      float[] out, int outOffset, int length, long[] dropped, int firstBit) {
    for (int word = 0; word < Bits.words(length); word++) {
      int i = word << 6;
      long bits = Bits.read(dropped, firstBit + i, Math.min(Long.SIZE, length - i));
      for (; bits != 0; bits &= bits - 1) {
        out[outOffset + i + Long.numberOfTrailingZeros(bits)] = 0f;
      }
    }
  }

  @Override
  public void randomBlocks(
      long key0, long key1, long counter0, long counter1, long[] out, int blocks) {
    drawBlocks(key0, key1, counter0, counter1, out, 0, blocks);
  }

  static void drawBlocks(
      long key0, long key1, long counter0, long counter1, long[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      Threefry.block(key0, key1, counter0, counter1 + i, out, 2 * i);
    }
  }

  @Override
  public void bernoulliWords(
      long key0, long key1, long counter0, long counter1, long threshold, long[] out, int words) {
    drawWords(key0, key1, counter0, counter1, threshold, out, 0, words);
  }

  static void drawWords(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int from,
      int to) {
    if (from == to) {
      return;
    }
    long[] pair = new long[2];
    for (int j = from; j < to; j++) {
      long first = counter1 + (long) j * BernoulliWord.BLOCKS;
      out[j] = BernoulliWord.draw(key0, key1, counter0, first, threshold, pair);
    }
  }

  @Override
  public void orShifted(long[] words, int count, int shift) {
    int whole = shift >> 6;
    int part = shift & 63;
    // From the last word down: each word is read before it is written.
    for (int i = count - 1; i >= whole; i--) {
      long bits = words[i - whole] << part;
      if (part != 0 && i > whole) {
        bits |= words[i - whole - 1] >>> (Long.SIZE - part);
      }
      words[i] |= bits;
    }
  }
}
