package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Sampler for Cutout: drops a fixed number of blocks at independent random sites, which may
 * coincide.
 *
 * <p>The first word w of the generator's block k gives the site of hole k: {@code floor(w / 2^64 *
 * sites)}. The probabilities of two sites differ by a factor of at most 1 + 2^-33.
 *
 * @see <a href="https://arxiv.org/abs/1708.04552">DeVries and Taylor, "Improved regularization of
 *     convolutional neural networks with Cutout", 2017</a>
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
      kernels.randomBlocks(seed, step, sample, UnitStream.counter(unit, first), words, count);
      for (int i = 0; i < count; i++) {
        int site = UniformBits.below(words[i], geometry.sites());
        added += blocks.stamp(dropped, firstBit, Integer.MAX_VALUE, site);
      }
    }
    return added;
  }
}
