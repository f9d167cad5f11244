package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Sampler that keeps a fixed number of the bits of each plane. Each subset of that size is as
 * likely as the others.
 *
 * <p>The smaller part, kept or dropped, is drawn by Floyd's algorithm: for the last {@code part}
 * bits j one after the other, a random bit from 0 to j joins the subset, or j itself if that bit is
 * in it already. So a plane takes one random word per bit of the smaller part, a number that is
 * known before. The mask itself tells which bits are in the subset.
 *
 * @see <a href="https://doi.org/10.1145/30401.315746">Bentley and Floyd, "Programming pearls: a
 *     sample of brilliance", Communications of the ACM 30, 1987</a>
 */
final class SubsetSampler implements UnitSampler {
  private static final int BLOCKS_AT_A_TIME = Scratch.STREAM_WORDS / 2;

  private final Kernels kernels;
  private final int bits;
  private final int kept;

  /** Number of bits that are drawn, which are the dropped ones unless fewer are kept. */
  private final int part;

  SubsetSampler(Kernels kernels, int bits, int kept) {
    this.kernels = kernels;
    this.bits = bits;
    this.kept = kept;
    this.part = Math.min(kept, bits - kept);
  }

  @Override
  public int sample(
      long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit) {
    long[] words = Scratch.streamWords();
    int all = planes * part;
    int drawn = 0;
    int plane = firstBit;
    int last = bits - part;
    for (int block = 0; drawn < all; block += BLOCKS_AT_A_TIME) {
      int count = Math.min(BLOCKS_AT_A_TIME, (all - drawn + 1) / 2);
      kernels.randomBlocks(seed, step, sample, UnitStream.counter(unit, block), words, count);
      for (int i = 0; i < 2 * count && drawn < all; i++, drawn++) {
        // The first words of all blocks come before the second ones.
        int chosen = UniformBits.below(words[(i & 1) * count + (i >> 1)], last + 1);
        Bits.set(dropped, plane + (Bits.get(dropped, plane + chosen) ? last : chosen), 1);
        if (++last == bits) {
          last = bits - part;
          plane += bits;
        }
      }
    }
    if (part < bits - kept) {
      Bits.invert(dropped, firstBit, planes * bits);
    }
    return planes * (bits - kept);
  }
}
