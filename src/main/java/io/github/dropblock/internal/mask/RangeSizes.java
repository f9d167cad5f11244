package io.github.dropblock.internal.mask;

import java.util.List;

/**
 * Sizes with independent uniform lengths along the axes, numbered in row-major order. The lengths
 * follow from a word without a division, as the place of a hole does: see {@link HolePlane#cut}.
 */
public record RangeSizes(LengthRange depth, LengthRange height, LengthRange width)
    implements HoleSizes {
  @Override
  public int depth(long word) {
    return depth.length(word);
  }

  @Override
  public int height(long word) {
    return height.length(word * depth.count());
  }

  @Override
  public int width(long word) {
    return width.length(word * depth.count() * height.count());
  }

  @Override
  public HoleHits hits(HolePlane plane) {
    HolePlaces z = new HolePlaces(plane.depth(), depth.max());
    HolePlaces y = new HolePlaces(plane.height(), height.max());
    HolePlaces x = new HolePlaces(plane.width(), width.max());
    double[][] term = {depth.hits(z), height.hits(y), width.hits(x)};
    return new HoleHits(z, y, x, List.<double[][]>of(term));
  }
}
