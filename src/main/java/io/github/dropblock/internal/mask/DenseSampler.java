package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Sampler for many seeds: draws 64 sites at once and grows all blocks of a unit together.
 *
 * <p>A unit is treated as one long bit array that holds the reach of each plane, one after the
 * other. The sampler sets each bit with probability gamma (see {@link BernoulliWords}), and clears
 * the bits that are not sites. It then grows every set bit to a whole block by shifting the array
 * and or-ing it into itself, first along the rows, then along the columns and the layers (see
 * {@link Dilation}). No uncut block leaves its plane's reach, so a shift never carries a block into
 * the next row or plane. The cost depends on the size of the map and the logarithm of the block
 * size, not on the number of seeds.
 *
 * <p>Where blocks are cut at the edges the reach is larger than the map, and the rows of the map
 * are copied out of it at the end.
 */
final class DenseSampler implements UnitSampler {
  private final Kernels kernels;
  private final BlockGeometry geometry;
  private final long threshold;

  /** Pattern of the sites; null if each position is a site. */
  private final SitePattern sites;

  /**
   * Prepares a sampler for one seed probability.
   *
   * @param planes the largest number of planes in a unit
   */
  DenseSampler(Kernels kernels, BlockGeometry geometry, double gamma, int planes) {
    this.kernels = kernels;
    this.geometry = geometry;
    this.threshold = UniformBits.threshold(gamma);
    this.sites = geometry.blockVolume() == 1 ? null : geometry.sitePattern(planes);
  }

  @Override
  public int sample(
      long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit) {
    int bits = planes * geometry.reach();
    int count = Bits.words(bits);
    long[] seeds = Scratch.unit(BernoulliWords.wholeRows(count));
    long counter = UnitStream.counter(unit, 0);
    kernels.bernoulliWords(seed, step, sample, counter, threshold, seeds, count, Scratch.draws());
    if (sites != null) {
      sites.keepSites(seeds, count);
      grow(seeds, count);
    }
    if (geometry.cutsNoBlock()) {
      return copy(seeds, bits, dropped, firstBit);
    }
    return cut(seeds, planes, dropped, firstBit);
  }

  private void grow(long[] unit, int count) {
    int row = geometry.width().reach();
    int layer = row * geometry.height().reach();
    Dilation.grow(kernels, unit, count, geometry.width().block(), 1);
    Dilation.grow(kernels, unit, count, geometry.height().block(), row);
    Dilation.grow(kernels, unit, count, geometry.depth().block(), layer);
  }

  /** Copies all bits of the unit unchanged. */
  private static int copy(long[] unit, int bits, long[] dropped, int firstBit) {
    int last = (bits - 1) >> 6;
    unit[last] &= Bits.ones(bits - (last << 6));
    int word = firstBit >> 6;
    int shift = firstBit & 63;
    long carry = dropped[word];
    int added = 0;
    for (int i = 0; i <= last; i++) {
      long source = unit[i];
      added += Long.bitCount(source);
      dropped[word + i] = carry | source << shift;
      carry = shift == 0 ? 0 : source >>> (Long.SIZE - shift);
    }
    if (carry != 0) {
      dropped[word + last + 1] = carry;
    }
    return added;
  }

  /** Copies the rows of the map out of the reach. */
  private int cut(long[] unit, int planes, long[] dropped, int firstBit) {
    Axis depth = geometry.depth();
    Axis height = geometry.height();
    Axis width = geometry.width();
    int added = 0;
    int to = firstBit;
    for (int plane = 0; plane < planes; plane++) {
      for (int z = -depth.firstStart(); z < depth.extent() - depth.firstStart(); z++) {
        for (int y = -height.firstStart(); y < height.extent() - height.firstStart(); y++) {
          int row = (z * height.reach() + y) * width.reach();
          int from = plane * geometry.reach() + row - width.firstStart();
          added += Bits.or(dropped, to, width.extent(), unit, from);
          to += width.extent();
        }
      }
    }
    return added;
  }
}
