package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;

/**
 * Seed sites of one plane and the block that grows from each.
 *
 * <p>Sites are numbered in row-major order of their block's first corner. The <em>reach</em> of a
 * plane is the box that all uncut blocks lie in: the map itself for the valid region, larger where
 * blocks are cut at the edges.
 *
 * <p>What depends on the geometry alone is computed on first use and kept, so a schedule that
 * changes gamma at each step should reuse one geometry. Threads may share a geometry without a
 * lock: two threads that ask at the same time may both compute the same immutable object, and
 * either result serves.
 */
public final class BlockGeometry {
  private final Axis depth;
  private final Axis height;
  private final Axis width;

  // Not volatile: all fields of these objects are final, so that threads see them whole.
  private Coverage coverage;
  private BlockStamp blockStamp;
  private SitePattern sitePattern;

  /** Joins the axes of a plane. 2-D maps have depth 1, and 1-D maps also have height 1. */
  public BlockGeometry(Axis depth, Axis height, Axis width) {
    this.depth = depth;
    this.height = height;
    this.width = width;
  }

  Axis depth() {
    return depth;
  }

  Axis height() {
    return height;
  }

  Axis width() {
    return width;
  }

  /** Returns the number of positions of the map. */
  public int positions() {
    return depth.extent() * height.extent() * width.extent();
  }

  /** Returns the number of seed sites of one plane. */
  public int sites() {
    return product(depth.starts(), height.starts(), width.starts());
  }

  /** Returns the number of positions of one uncut block. */
  public int blockVolume() {
    return depth.block() * height.block() * width.block();
  }

  /** Returns the number of positions of the reach. */
  int reach() {
    return product(depth.reach(), height.reach(), width.reach());
  }

  /** Returns the number of bits from the first to the last position of a block on its plane. */
  int span() {
    int layers = (depth.block() - 1) * height.extent();
    return (layers + height.block() - 1) * width.extent() + width.block();
  }

  /** Tells whether every block lies inside the map, so that the reach is the map. */
  boolean cutsNoBlock() {
    return reach() == positions();
  }

  /**
   * Returns the mean number of blocks that cover a position if blocks lie inside the map, as in the
   * paper.
   */
  public double meanBlocksInside() {
    long inside = (long) depth.startsInside() * height.startsInside() * width.startsInside();
    return (double) (blockVolume() * inside) / positions();
  }

  /** Returns how many blocks cover each position. */
  public Coverage coverage() {
    Coverage made = coverage;
    if (made == null) {
      made = Coverage.of(depth, height, width);
      coverage = made;
    }
    return made;
  }

  /** Returns the cheapest way to drop the block of a site. */
  BlockStamp blockStamp() {
    BlockStamp made = blockStamp;
    if (made == null) {
      made = BlockStamp.of(this);
      blockStamp = made;
    }
    return made;
  }

  /**
   * Returns which positions in the reach of a unit are sites. Only the pattern for the last unit
   * size is kept.
   *
   * @param planes the largest number of planes in a unit
   */
  SitePattern sitePattern(int planes) {
    int period = SitePattern.period(this, planes);
    SitePattern made = sitePattern;
    if (made == null || made.period() != period) {
      made = new SitePattern(this, period);
      sitePattern = made;
    }
    return made;
  }

  private static int product(int a, int b, int c) {
    try {
      return Math.multiplyExact(Math.multiplyExact(a, b), c);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "blockSize and map give too many seed sites: " + a + " x " + b + " x " + c, e);
    }
  }

  /**
   * Drops the block that starts at a position, cut at the edges of the map.
   *
   * <p>Modified: {@code dropped}.
   *
   * @param firstBit the bit of the plane's first position
   * @return number of positions that were not dropped before
   */
  int stamp(long[] dropped, int firstBit, int z, int y, int x) {
    int left = Math.max(x, 0);
    int run = Math.min(x + width.block(), width.extent()) - left;
    int added = 0;
    for (int i = Math.max(z, 0); i < Math.min(z + depth.block(), depth.extent()); i++) {
      for (int j = Math.max(y, 0); j < Math.min(y + height.block(), height.extent()); j++) {
        int row = (i * height.extent() + j) * width.extent();
        added += Bits.set(dropped, firstBit + row + left, run);
      }
    }
    return added;
  }
}
