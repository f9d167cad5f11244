package io.github.dropblock;

import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.tensor.Shape;

/**
 * The block geometry of the last sample shape, shared by regularizers that differ in keepProb: a
 * schedule changes keepProb at each step, and the geometry does not depend on it.
 *
 * <p>A race between threads costs a repetition, never a wrong result.
 */
final class GeometryCache {
  private record Entry(Shape sample, BlockGeometry geometry) {}

  private final BlockSize size;
  private final SeedRegion region;
  private volatile Entry last;

  GeometryCache(BlockSize size, SeedRegion region) {
    this.size = size;
    this.region = region;
  }

  /** Returns the geometry of a shape, made anew if the last one was for another. */
  BlockGeometry of(Shape shape) {
    Entry entry = last;
    if (entry == null || !entry.sample().sameSample(shape)) {
      entry = new Entry(shape, region.geometry(size, shape));
      last = entry;
    }
    return entry.geometry();
  }
}
