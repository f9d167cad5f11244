package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.GeometricTable;

/**
 * Sampler for few seeds: draws the gaps between them and stamps one block per seed.
 *
 * <p>Drawing every site would spend most of the time on sites that get no seed. Instead, the sites
 * of a unit form one sequence, plane after plane, in which each site has a seed with probability
 * gamma, independently of the others. The number of sites between two seeds is then geometrically
 * distributed, and one random word gives it by {@link GeometricTable}. So the cost depends on the
 * number of seeds, not on the size of the map. The sampler jumps from seed to seed in this way and
 * lets a {@link BlockStamp} set the bits of each block. Where the gap is longer than the table, it
 * skips the table's length and draws again.
 *
 * <p>Random words are drawn in batches of about the size that a unit is likely to need. Counters
 * address them, so words that are left over are not missed by the next unit.
 *
 * <p>References:
 *
 * <ol>
 *   <li>Vitter, "Faster methods for random sampling", Communications of the ACM 27, 1984: the idea
 *       to draw the gaps instead of the elements.
 *   <li>Devroye, "Non-uniform random variate generation", Springer 1986, chapter 10: the geometric
 *       distribution.
 * </ol>
 *
 * @see <a href="https://doi.org/10.1145/358105.893">Vitter 1984</a>
 */
final class SparseSampler implements UnitSampler {
  /** Number of blocks that the widest usual vector draws at a time. */
  private static final int WIDEST_VECTOR = 8;

  private final Kernels kernels;
  private final GeometricTable gaps;
  private final BlockStamp blocks;
  private final int sites;
  private final int positions;
  private final int blocksAtATime;

  SparseSampler(Kernels kernels, BlockGeometry geometry, double gamma) {
    this.kernels = kernels;
    this.gaps = new GeometricTable(gamma);
    this.blocks = geometry.blockStamp();
    this.sites = geometry.sites();
    this.positions = geometry.positions();
    // What a unit is likely to use. Where that is not enough, more words are drawn. Blocks that do
    // not fill a vector would be drawn one by one, which takes longer than to draw a whole vector.
    double words = UnitStream.PLANES * (double) sites * (gamma + 1.0 / gaps.length());
    int likely = (int) Math.min(1 + words / 2, Scratch.STREAM_WORDS / 2);
    this.blocksAtATime = (likely + WIDEST_VECTOR - 1) & -WIDEST_VECTOR;
  }

  @Override
  public int sample(
      long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit) {
    long[] words = Scratch.streamWords();
    int end = planes * sites;
    int endWord = Bits.words(firstBit + planes * positions);
    int added = 0;
    int site = -1;
    for (int block = 0; ; block += blocksAtATime) {
      long counter = UnitStream.counter(unit, block);
      kernels.randomBlocks(seed, step, sample, counter, words, blocksAtATime);
      for (int i = 0; i < 2 * blocksAtATime; i++) {
        // The first words of all blocks come before the second ones.
        int gap = gaps.gap(words[(i & 1) * blocksAtATime + (i >> 1)]);
        if (gap >= end - 1 - site) { // Not site + gap, which may overflow.
          return added;
        }
        site += gap;
        if (gap < gaps.length()) {
          site++;
          added += blocks.stamp(dropped, firstBit, endWord, site);
        }
      }
    }
  }
}
