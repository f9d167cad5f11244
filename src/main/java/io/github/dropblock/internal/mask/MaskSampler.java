package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;

/**
 * Immutable plan that samples masks for one sample shape, block geometry and gamma.
 *
 * <p>A batch is sampled unit by unit: see {@link UnitStream}.
 */
public final class MaskSampler implements BitSampler {
  /**
   * Positions per seed up to which drawing each site is cheaper than drawing gaps. With vectors, 64
   * positions take 6 to 9 ns and one seed takes 15 to 20 ns. Without vectors, drawing each site
   * takes about 30 ns, and gaps would pay from 64 positions on. The value is part of the randomness
   * contract, since the two ways give different masks.
   */
  private static final int POSITIONS_OF_A_SEED = 128;

  private final int channels;
  private final int planeSize;
  private final UnitSampler unitSampler;

  /**
   * Joins a sampler of units with the form of a sample.
   *
   * @param channels planes of a sample
   * @param planeSize bits of a plane
   */
  MaskSampler(int channels, int planeSize, UnitSampler unitSampler) {
    this.channels = channels;
    this.planeSize = planeSize;
    this.unitSampler = unitSampler;
  }

  /**
   * Plans one configuration.
   *
   * @param channels planes of a sample
   * @param gamma seed probability in [0, 1]
   */
  public static MaskSampler of(
      Kernels kernels, BlockGeometry geometry, int channels, double gamma) {
    int planes = Math.min(channels, UnitStream.PLANES);
    checkUnit(planes, geometry);
    return new MaskSampler(
        channels, geometry.positions(), unitSampler(kernels, geometry, planes, gamma));
  }

  /**
   * Plans independent bits, without blocks.
   *
   * @param channels planes of a sample
   * @param planeSize bits of a plane
   * @param dropProb probability that a bit is set, in [0, 1]
   */
  public static MaskSampler ofBits(Kernels kernels, int channels, int planeSize, double dropProb) {
    return of(kernels, row(planeSize), channels, dropProb);
  }

  /**
   * Returns the sampler of units of independent bits.
   *
   * @param channels planes of a sample
   * @param planeSize bits of a plane
   * @param dropProb probability that a bit is set, in [0, 1]
   */
  static UnitSampler unitOfBits(Kernels kernels, int channels, int planeSize, double dropProb) {
    int planes = Math.min(channels, UnitStream.PLANES);
    return unitSampler(kernels, row(planeSize), planes, dropProb);
  }

  /** Returns the plane whose positions are one row of bits, without blocks. */
  private static BlockGeometry row(int bits) {
    Axis point = Axis.valid(1, 1);
    return new BlockGeometry(point, point, Axis.valid(bits, 1));
  }

  private static void checkUnit(int planes, BlockGeometry geometry) {
    if (Math.multiplyFull(planes, geometry.reach()) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "blockSize reaches too far over the edges of the map: "
              + planes
              + " planes with "
              + geometry.reach()
              + " positions each must be at most "
              + Integer.MAX_VALUE);
    }
  }

  private static UnitSampler unitSampler(
      Kernels kernels, BlockGeometry geometry, int planes, double gamma) {
    if (gamma == 0) {
      return (seed, step, sample, unit, count, dropped, firstBit) -> 0;
    }
    if (gamma * geometry.sites() * POSITIONS_OF_A_SEED >= geometry.reach()) {
      return new DenseSampler(kernels, geometry, gamma, planes);
    }
    return new SparseSampler(kernels, geometry, gamma);
  }

  @Override
  public int samplesToWord() {
    return samplesToWord(channels, planeSize);
  }

  /**
   * Returns how many samples end on a word boundary, given the planes of a sample and the bits of a
   * plane.
   */
  public static int samplesToWord(int channels, int planeSize) {
    int trailing =
        Integer.numberOfTrailingZeros(channels) + Integer.numberOfTrailingZeros(planeSize);
    return Long.SIZE >> Math.min(6, trailing);
  }

  @Override
  public long sample(long seed, long step, long firstSample, int from, int to, long[] dropped) {
    long total = 0;
    int bit = from * channels * planeSize;
    for (int i = from; i < to; i++) {
      for (int unit = 0; unit * (long) UnitStream.PLANES < channels; unit++) {
        int planes = Math.min(UnitStream.PLANES, channels - unit * UnitStream.PLANES);
        total += unitSampler.sample(seed, step, firstSample + i, unit, planes, dropped, bit);
        bit += planes * planeSize;
      }
    }
    return total;
  }
}
