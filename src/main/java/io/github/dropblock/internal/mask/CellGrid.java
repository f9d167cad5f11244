package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import java.util.Arrays;

/**
 * Grid that divides a plane into cells. The first cell begins at the first position. The last cell
 * of an axis is cut by the end of the map.
 *
 * <p>Cells are numbered in row-major order.
 *
 * @param depth positions of the plane along D
 * @param height positions of the plane along H
 * @param width positions of the plane along W
 * @param cellDepth length of a cell along D, at most {@code depth}
 * @param cellHeight length of a cell along H, at most {@code height}
 * @param cellWidth length of a cell along W, at most {@code width}
 */
public record CellGrid(
    int depth, int height, int width, int cellDepth, int cellHeight, int cellWidth) {
  /** Returns the number of cells of a plane. */
  public int cells() {
    return number(depth, cellDepth) * number(height, cellHeight) * number(width, cellWidth);
  }

  /** Returns the number of cells that are kept of a plane, given their share in [0, 1]. */
  public int keptCells(double share) {
    return (int) Math.round(share * cells());
  }

  /** Returns the number of positions of a plane. */
  int positions() {
    return depth * height * width;
  }

  private static int number(int extent, int cell) {
    return (extent - 1) / cell + 1;
  }

  /**
   * Drops all positions of the cells that are set. The bits of a row are made once for all rows of
   * the same cells.
   *
   * <p>Modified: the bits of the plane in {@code dropped}, which are zero before, and {@code row}.
   *
   * @param cells bit array with the plane's cells
   * @param firstCell the bit of the plane's first cell
   * @param row a work array for the bits of a row
   * @param firstBit the bit of the plane's first position
   * @return number of dropped positions
   */
  int drop(long[] cells, int firstCell, long[] row, long[] dropped, int firstBit) {
    int cellsOfRow = number(width, cellWidth);
    int added = 0;
    int cell = firstCell;
    for (int z = 0; z < depth; z += Math.min(cellDepth, depth - z)) {
      for (int y = 0; y < height; y += Math.min(cellHeight, height - y)) {
        int set = row(cells, cell, cellsOfRow, row);
        added += repeat(row, set, z, y, dropped, firstBit);
        cell += cellsOfRow;
      }
    }
    return added;
  }

  /** Makes the bits of a row of positions; returns how many are set. */
  private int row(long[] cells, int firstCell, int count, long[] row) {
    Arrays.fill(row, 0, Bits.words(width), 0);
    int set = 0;
    for (int first = 0; first < count; first += Math.min(Long.SIZE, count - first)) {
      long bits = Bits.read(cells, firstCell + first, Math.min(Long.SIZE, count - first));
      for (; bits != 0; bits &= bits - 1) {
        int x = (first + Long.numberOfTrailingZeros(bits)) * cellWidth;
        set += Bits.set(row, x, Math.min(cellWidth, width - x));
      }
    }
    return set;
  }

  /** Drops the bits of a row in all rows of a row of cells. */
  private int repeat(long[] row, int set, int firstZ, int firstY, long[] dropped, int firstBit) {
    int rows = Math.min(cellHeight, height - firstY);
    int added = 0;
    for (int z = firstZ; z < firstZ + Math.min(cellDepth, depth - firstZ); z++) {
      int bit = firstBit + (z * height + firstY) * width;
      added += Rows.repeat(row, set, width, rows, dropped, bit);
    }
    return added;
  }
}
