package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.Threefry;
import java.util.Arrays;

/** Loops in plain Java. They specify the other kernels, and run where those are not available. */
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
    // A chunk at a time, so that the zeros go to lines that are still in the first-level cache.
    for (int chunk = 0; chunk < Bits.words(length); chunk += CHUNK / Long.SIZE) {
      int i = chunk << 6;
      int chunkLength = Math.min(CHUNK, length - i);
      multiply(in, inOffset + i, out, outOffset + i, chunkLength, scale);
      zeroDropped(out, outOffset + i, chunkLength, dropped, firstBit + i);
    }
  }

  @Override
  public void applyScales(
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
    for (int i = 0, chunkLength; i < length; i += chunkLength) {
      chunkLength = Math.min(CHUNK, length - i);
      int at = phase + i;
      spread(scales, firstScale + at / run, run, at % run, work, chunkLength);
      multiply(in, inOffset + i, out, outOffset + i, chunkLength, work);
      zeroDropped(out, outOffset + i, chunkLength, dropped, firstBit + i);
    }
  }

  /** Writes the scale of each element. */
  private static void spread(
      float[] scales, int firstScale, int run, int phase, float[] work, int length) {
    int scale = firstScale;
    int end = run - phase;
    for (int i = 0; i < length; end += run, scale++) {
      float value = scales[scale];
      for (int last = Math.min(end, length); i < last; i++) {
        work[i] = value;
      }
    }
  }

  private static void multiply(
      float[] in, int inOffset, float[] out, int outOffset, int length, float[] factors) {
    for (int i = 0; i < length; i++) {
      out[outOffset + i] = in[inOffset + i] * factors[i];
    }
  }

  @Override
  public void multiply(
      float[] in, int inOffset, float[] out, int outOffset, int length, float scale) {
    if (inOffset == outOffset) {
      // With one index, the compiler sees that no write hits a later read, and vectorizes.
      for (int i = inOffset; i < inOffset + length; i++) {
        out[i] = in[i] * scale;
      }
    } else {
      for (int i = 0; i < length; i++) {
        out[outOffset + i] = in[inOffset + i] * scale;
      }
    }
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
  public void select(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit) {
    if (out == b && outOffset == bOffset) {
      copyWhereSet(a, aOffset, out, outOffset, length, dropped, firstBit, -1L);
      return;
    }
    // A chunk at a time, so that the second pass goes to lines that are still in the first-level
    // cache.
    for (int chunk = 0; chunk < Bits.words(length); chunk += CHUNK / Long.SIZE) {
      int i = chunk << 6;
      int chunkLength = Math.min(CHUNK, length - i);
      System.arraycopy(a, aOffset + i, out, outOffset + i, chunkLength);
      copyWhereSet(b, bOffset + i, out, outOffset + i, chunkLength, dropped, firstBit + i, 0);
    }
  }

  /** Copies elements whose bit is set after some bits are flipped. */
  private static void copyWhereSet(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] words,
      int firstBit,
      long flipped) {
    for (int word = 0; word < Bits.words(length); word++) {
      int i = word << 6;
      int count = Math.min(Long.SIZE, length - i);
      long bits = (Bits.read(words, firstBit + i, count) ^ flipped) & Bits.ones(count);
      for (; bits != 0; bits &= bits - 1) {
        int k = i + Long.numberOfTrailingZeros(bits);
        out[outOffset + k] = in[inOffset + k];
      }
    }
  }

  @Override
  public void randomBlocks(
      long key0, long key1, long counter0, long counter1, long[] out, int blocks) {
    drawBlocks(key0, key1, counter0, counter1, out, 0, blocks);
  }

  /** Draws the blocks that begin with a number. */
  static void drawBlocks(
      long key0, long key1, long counter0, long counter1, long[] out, int from, int blocks) {
    for (int i = from; i < blocks; i++) {
      Threefry.block(key0, key1, counter0, counter1 + i, out, i, blocks + i);
    }
  }

  @Override
  public void bernoulliWords(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int words,
      long[] work) {
    BernoulliWords.draw(key0, key1, counter0, counter1, threshold, out, words, work);
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
