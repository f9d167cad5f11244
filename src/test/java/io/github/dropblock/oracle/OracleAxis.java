package io.github.dropblock.oracle;

import java.util.stream.IntStream;

/** Where blocks may start along one axis of a map, by the definition of the region. */
public final class OracleAxis {
  private final int extent;
  private final int block;
  private final int[] starts;

  /** An axis of a number of positions; the block is cut to it. */
  public OracleAxis(OracleRegion region, int extent, int blockSize) {
    int block = Math.min(blockSize, extent);
    this.extent = extent;
    this.block = block;
    this.starts =
        IntStream.rangeClosed(-block, extent)
            .filter(start -> region.allows(start, block, extent))
            .toArray();
  }

  /** Positions of the axis. */
  public int extent() {
    return extent;
  }

  /** Length of a block, at most the extent. */
  public int block() {
    return block;
  }

  /** The number of starts. */
  public int sites() {
    return starts.length;
  }

  /** A start; before 0 for a block that the map cuts. */
  int start(int site) {
    return starts[site];
  }

  /** How many starts have a block that covers both positions. */
  public int coveringBoth(int i, int j) {
    int covering = 0;
    for (int start : starts) {
      covering += start <= Math.min(i, j) && Math.max(i, j) < start + block ? 1 : 0;
    }
    return covering;
  }
}
