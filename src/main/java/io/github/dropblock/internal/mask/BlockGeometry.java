package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;

/**
 * The seed sites of one plane and the block that grows from each.
 *
 * <p>Sites are numbered in row-major order of their block's first corner. The <em>reach</em> of a
 * plane is the box that all uncut blocks lie in: the map itself for the valid region, larger where
 * blocks are cut at the edges.
 *
 * <p>What follows from the geometry alone is made when it is first asked for, and kept: a schedule
 * that changes gamma at each step should hold on to one geometry. Threads may share it. Two that
 * ask at the same time may both make the same immutable thing, and either serves; so there is no
 * lock.
 */
public final class BlockGeometry {
  private final Axis depth;
  private final Axis height;
  private final Axis width;

  // Not volatile: all fields of these objects are final, so that threads see them whole.
  private Coverage coverage;
  private BlockStamp blockStamp;
  private SitePattern sitePattern;

  /** Joins the axes of a plane; 2-D maps have a depth of 1, 1-D maps also a height of 1. */
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

  /** Positions of the map. */
  public int positions() {
    return depth.extent() * height.extent() * width.extent();
  }

  /** Seed sites of one plane. */
  public int sites() {
    return product(depth.starts(), height.starts(), width.starts());
  }

  /** Positions of one uncut block. */
  public int blockVolume() {
    return depth.block() * height.block() * width.block();
  }

  /** Positions of the reach. */
  int reach() {
    return product(depth.reach(), height.reach(), width.reach());
  }

  /** Bits from the first to the last position of a block on its plane. */
  int span() {
    int layers = (depth.block() - 1) * height.extent();
    return (layers + height.block() - 1) * width.extent() + width.block();
  }

  /** Whether no block is cut, so that the reach is the map. */
  boolean inside() {
    return reach() == positions();
  }

  /** The mean number of blocks over a position if blocks lie inside the map, as in the paper. */
  public double meanBlocksInside() {
    long inside = (long) depth.startsInside() * height.startsInside() * width.startsInside();
    return (double) (blockVolume() * inside) / positions();
  }

  /** By how many blocks positions are covered. */
  public Coverage coverage() {
    Coverage made = coverage;
    if (made == null) {
      made = Coverage.of(depth, height, width);
      coverage = made;
    }
    return made;
  }

  /** The cheapest way to drop the block of a site. */
  BlockStamp blockStamp() {
    BlockStamp made = blockStamp;
    if (made == null) {
      made = BlockStamp.of(this);
      blockStamp = made;
    }
    return made;
  }

  /**
   * The sites in the reach of a unit. Of several sizes of a unit, the last is kept.
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
   * @return how many positions were not dropped before
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
