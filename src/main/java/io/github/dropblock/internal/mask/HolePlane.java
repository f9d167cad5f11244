package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.UniformBits;

/** Plane with holes. 2-D maps have depth 1, and 1-D maps also have height 1. */
public final class HolePlane {
  private final HoleAxis depth;
  private final HoleAxis height;
  private final HoleAxis width;

  /** The bits of a word that are whole rows apart, from bit 0 on. */
  private final long column;

  /** Joins the axes. */
  public HolePlane(HoleAxis depth, HoleAxis height, HoleAxis width) {
    this.depth = depth;
    this.height = height;
    this.width = width;
    long bits = 0;
    for (long bit = 0; bit < Long.SIZE; bit += width.extent()) {
      bits |= 1L << bit;
    }
    this.column = bits;
  }

  HoleAxis depth() {
    return depth;
  }

  HoleAxis height() {
    return height;
  }

  HoleAxis width() {
    return width;
  }

  /** Returns the number of positions. */
  int positions() {
    return depth.extent() * height.extent() * width.extent();
  }

  /**
   * Drops a hole with these lengths, each at least 1, at a random place.
   *
   * <p>The place is {@code below(word, places)}, in row-major order. Its coordinates follow without
   * a division: the product of a word and a number of places has a coordinate in its upper half,
   * and in its lower half the word for the next one.
   *
   * <p>Modified: {@code dropped}.
   *
   * @param firstBit the bit of the plane's first position
   * @return number of positions that were not dropped before
   */
  int cut(long[] dropped, int firstBit, int d, int h, int w, long word) {
    long z = UniformBits.below(word, depth.starts(d));
    long rest = word * depth.starts(d);
    long y = UniformBits.below(rest, height.starts(h));
    rest *= height.starts(h);
    long x = UniformBits.below(rest, width.starts(w));
    int left = width.from(w, x);
    int run = width.to(w, x) - left;
    int top = height.from(h, y);
    int rows = height.to(h, y) - top;
    int added = 0;
    for (int layer = depth.from(d, z); layer < depth.to(d, z); layer++) {
      int row = layer * height.extent() + top;
      added += set(dropped, firstBit + row * width.extent() + left, rows, run);
    }
    return added;
  }

  /** Sets the same run of some consecutive rows. */
  private int set(long[] dropped, int firstBit, int rows, int run) {
    int length = width.extent();
    if (run == length) {
      return Bits.set(dropped, firstBit, rows * length);
    }
    int atATime = run < Long.SIZE ? (Long.SIZE - run) / length + 1 : 1;
    int added = 0;
    for (int row = 0, bit = firstBit; row < rows; row += atATime, bit += atATime * length) {
      int together = Math.min(atATime, rows - row);
      added +=
          together == 1
              ? Bits.set(dropped, bit, run)
              : setTogether(dropped, bit, (together - 1) * length + run, run);
    }
    return added;
  }

  /** Sets rows that lie in 64 consecutive positions: a product copies the run to each of them. */
  private int setTogether(long[] dropped, int bit, int span, int run) {
    return Bits.or(dropped, bit, span, Bits.ones(run) * column & Bits.ones(span));
  }
}
