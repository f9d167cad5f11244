package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.GeometricTable;

/**
 * For few seeds: draws the gaps between them, and stamps a block for each.
 *
 * <p>The sites of a unit form one sequence, plane after plane; one random word is spent on each
 * gap.
 */
final class SparseSampler implements UnitSampler {
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
    // What a unit is likely to use; where it is not enough, more are drawn.
    double words = Stream.PLANES * (double) sites * (gamma + 1.0 / gaps.length());
    this.blocksAtATime = (int) Math.min(1 + words / 2, Scratch.STREAM_WORDS / 2);
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
      long counter = Stream.counter(unit, block);
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
