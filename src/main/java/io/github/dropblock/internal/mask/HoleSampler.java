package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Draws a fixed number of blocks, each at a site of its own choice: two may fall together.
 *
 * <p>Block k of the generator gives hole k, by its first word w: site {@code floor(w / 2^64 *
 * sites)}. No site is more probable than another by more than 2^-33 of it.
 */
final class HoleSampler implements UnitSampler {
  private final Kernels kernels;
  private final BlockGeometry geometry;
  private final BlockStamp blocks;
  private final int holes;

  HoleSampler(Kernels kernels, BlockGeometry geometry, int holes) {
    this.kernels = kernels;
    this.geometry = geometry;
    this.blocks = new RowStamp(geometry);
    this.holes = holes;
  }

  @Override
  public int sample(
      long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit) {
    long[] words = Scratch.streamWords();
    int atATime = Scratch.STREAM_WORDS / 2;
    int added = 0;
    for (int first = 0, count; first < holes; first += count) {
      count = Math.min(atATime, holes - first); // Not a sum, which may overflow.
      kernels.randomBlocks(seed, step, sample, Stream.counter(unit, first), words, count);
      for (int i = 0; i < count; i++) {
        int site = UniformBits.below(words[i], geometry.sites());
        added += blocks.stamp(dropped, firstBit, Integer.MAX_VALUE, site);
      }
    }
    return added;
  }
}
