package io.github.dropblock.internal.mask;

import java.util.List;

/** Sizes with independent uniform lengths along the axes, numbered in row-major order. */
public record RangeSizes(LengthRange depth, LengthRange height, LengthRange width)
    implements HoleSizes {
  @Override
  public long count() {
    return depth.count() * height.count() * width.count();
  }

  @Override
  public int depth(long number) {
    return depth.min() + (int) (number / (height.count() * width.count()));
  }

  @Override
  public int height(long number) {
    return height.min() + (int) (number / width.count() % height.count());
  }

  @Override
  public int width(long number) {
    return width.min() + (int) (number % width.count());
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
