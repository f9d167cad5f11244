package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.Kernels;

/**
 * Sampler that keeps or drops whole cells of a grid. Another sampler draws one bit for each cell.
 *
 * @see <a href="https://arxiv.org/abs/1704.04232">Singh and Lee, "Hide-and-Seek: Forcing a network
 *     to be meticulous for weakly-supervised object and action localization", ICCV 2017</a>
 */
public final class CellSampler implements UnitSampler {
  private final CellGrid grid;
  private final int cells;
  private final UnitSampler ofCells;

  private CellSampler(CellGrid grid, UnitSampler ofCells) {
    this.grid = grid;
    this.cells = grid.cells();
    this.ofCells = ofCells;
  }

  /**
   * Plans independent cells.
   *
   * @param channels planes of a sample
   * @param keepProb probability that a cell is kept, in [0, 1]
   */
  public static BitSampler independent(
      Kernels kernels, CellGrid grid, int channels, double keepProb) {
    return of(
        grid, channels, MaskSampler.unitOfBits(kernels, channels, grid.cells(), 1 - keepProb));
  }

  /**
   * Plans a fixed number of kept cells per plane.
   *
   * @param channels planes of a sample
   * @param keptShare share of the cells that is kept, in [0, 1]
   */
  public static BitSampler exact(Kernels kernels, CellGrid grid, int channels, double keptShare) {
    return of(grid, channels, new SubsetSampler(kernels, grid.cells(), grid.keptCells(keptShare)));
  }

  private static BitSampler of(CellGrid grid, int channels, UnitSampler ofCells) {
    return new MaskSampler(channels, grid.positions(), new CellSampler(grid, ofCells));
  }

  @Override
  public int sample(
      long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit) {
    long[] bits = Scratch.cells(Bits.words(planes * cells));
    ofCells.sample(seed, step, sample, unit, planes, bits, 0);
    long[] row = Scratch.row(Bits.words(grid.width()));
    int added = 0;
    for (int plane = 0; plane < planes; plane++) {
      int firstOfPlane = firstBit + plane * grid.positions();
      added += grid.drop(bits, plane * cells, row, dropped, firstOfPlane);
    }
    return added;
  }
}
