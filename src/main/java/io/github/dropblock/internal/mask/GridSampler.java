package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.random.UniformBits;

/**
 * Sampler for GridMask: drops a grid of holes with a random period and a random offset along each
 * axis. The bits of a row are made once for all rows through holes.
 *
 * @see <a href="https://arxiv.org/abs/2001.04086">Chen, Liu, Zhao and Jia, "GridMask data
 *     augmentation", 2020</a>
 */
public final class GridSampler implements UnitSampler {
  /** Blocks of the generator per plane: words for the probability, the period and three offsets. */
  private static final int BLOCKS = 3;

  private static final int PLANES_AT_A_TIME = Scratch.STREAM_WORDS / 2 / BLOCKS;

  private final Kernels kernels;
  private final GridPattern pattern;
  private final long threshold;
  private final int depth;
  private final int height;
  private final int width;

  private GridSampler(Kernels kernels, GridPattern pattern, int depth, int height, int width) {
    this.kernels = kernels;
    this.pattern = pattern;
    this.threshold = UniformBits.threshold(pattern.probability());
    this.depth = depth;
    this.height = height;
    this.width = width;
  }

  /**
   * Plans one configuration.
   *
   * @param channels planes of a sample
   */
  public static BitSampler of(
      Kernels kernels, GridPattern pattern, int channels, int depth, int height, int width) {
    GridSampler ofUnit = new GridSampler(kernels, pattern, depth, height, width);
    return new MaskSampler(channels, depth * height * width, ofUnit);
  }

  @Override
  public int sample(
      long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit) {
    long[] words = Scratch.streamWords();
    int added = 0;
    int bit = firstBit;
    for (int first = 0; first < planes; first += PLANES_AT_A_TIME) {
      int count = Math.min(PLANES_AT_A_TIME, planes - first);
      long counter = UnitStream.counter(unit, first * BLOCKS);
      kernels.randomBlocks(seed, step, sample, counter, words, count * BLOCKS);
      for (int i = 0; i < count; i++) {
        added += plane(words, i * BLOCKS, (count + i) * BLOCKS, dropped, bit);
        bit += depth * height * width;
      }
    }
    return added;
  }

  /**
   * Drops the grid of one plane.
   *
   * @param first index of the first words of the plane's blocks
   * @param second index of the second ones
   */
  private int plane(long[] words, int first, int second, long[] dropped, int firstBit) {
    if (UniformBits.ofWord(words[first]) >= threshold) {
      return 0;
    }
    int period = pattern.minPeriod() + UniformBits.below(words[second], pattern.periods());
    int z = UniformBits.below(words[first + 1], period);
    int y = UniformBits.below(words[second + 1], period);
    int x = UniformBits.below(words[first + 2], period);
    long[] row = Scratch.row(Bits.words(width));
    int set = setHoles(row, period, x);
    if (pattern.inverse()) {
      Bits.invert(row, 0, width);
      set = width - set;
    }
    return rows(row, set, period, z, y, dropped, firstBit);
  }

  /** Makes the bits of a row through holes; returns how many are set. */
  private int setHoles(long[] row, int period, int offset) {
    if (!divides(2)) {
      return Bits.set(row, 0, width);
    }
    int side = pattern.side(period);
    int set = 0;
    // Numbers of 64 bits: the sum of a width and a period may overflow an int.
    for (long start = -offset; start < width; start += period) {
      int from = (int) Math.max(0, start);
      int to = (int) Math.min(width, start + side);
      set += Bits.set(row, from, Math.max(0, to - from));
    }
    return set;
  }

  private int rows(
      long[] row, int set, int period, int offsetZ, int offsetY, long[] dropped, int firstBit) {
    int side = pattern.side(period);
    int added = 0;
    int bit = firstBit;
    int phaseZ = offsetZ;
    for (int z = 0; z < depth; z++) {
      boolean inLayer = !divides(0) || phaseZ < side;
      int phaseY = offsetY;
      for (int y = 0; y < height; y++) {
        if (inLayer && (!divides(1) || phaseY < side)) {
          added += Rows.repeat(row, set, width, 1, dropped, bit);
        } else if (pattern.inverse()) {
          added += Bits.set(dropped, bit, width);
        }
        bit += width;
        phaseY = phaseY + 1 == period ? 0 : phaseY + 1;
      }
      phaseZ = phaseZ + 1 == period ? 0 : phaseZ + 1;
    }
    return added;
  }

  private boolean divides(int axis) {
    return GridPattern.divides(axis, depth, height, width);
  }
}
