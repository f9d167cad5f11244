package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;

/** Plane with holes. 2-D maps have depth 1, and 1-D maps also have height 1. */
public record HolePlane(HoleAxis depth, HoleAxis height, HoleAxis width) {
  /** Returns the number of positions. */
  int positions() {
    return depth.extent() * height.extent() * width.extent();
  }

  /** Returns the number of places of a hole with these lengths. */
  long sites(int d, int h, int w) {
    return depth.starts(d) * height.starts(h) * width.starts(w);
  }

  /**
   * Drops a hole with these lengths, each at least 1, at the place of a site, in row-major order.
   *
   * <p>Modified: {@code dropped}.
   *
   * @param firstBit the bit of the plane's first position
   * @return number of positions that were not dropped before
   */
  int cut(long[] dropped, int firstBit, int d, int h, int w, long site) {
    long places = width.starts(w);
    long row = site / places;
    int left = width.from(w, site - row * places);
    int right = width.to(w, site - row * places);
    places = height.starts(h);
    long z = row < places ? 0 : row / places; // Most maps have one layer, and divisions are slow.
    int top = height.from(h, row - z * places);
    int bottom = height.to(h, row - z * places);
    int added = 0;
    for (int layer = depth.from(d, z); layer < depth.to(d, z); layer++) {
      int bit = firstBit + layer * height.extent() * width.extent();
      added += rows(dropped, bit, top, bottom, left, right);
    }
    return added;
  }

  private int rows(long[] dropped, int bit, int top, int bottom, int left, int right) {
    int length = width.extent();
    if (right - left == length) {
      return Bits.set(dropped, bit + top * length, (bottom - top) * length);
    }
    int added = 0;
    for (int y = top; y < bottom; y++) {
      added += Bits.set(dropped, bit + y * length + left, right - left);
    }
    return added;
  }
}
