package io.github.dropblock.oracle;

import io.github.dropblock.SeedRegion;

/** Where a block may start along an axis, as a predicate: the definition and nothing else. */
public enum OracleRegion {
  /** The block lies inside the map. */
  VALID {
    @Override
    boolean allows(int start, int block, int extent) {
      return start >= 0 && start + block <= extent;
    }
  },

  /**
   * The block's center lies on the map; of an even block's two middles, the first is the center.
   */
  WHOLE {
    @Override
    boolean allows(int start, int block, int extent) {
      int center = start + (block - 1) / 2;
      return center >= 0 && center < extent;
    }
  },

  /** The block touches the map. */
  EXTENDED {
    @Override
    boolean allows(int start, int block, int extent) {
      return start + block > 0 && start < extent;
    }
  };

  abstract boolean allows(int start, int block, int extent);

  /** The definition of a region of the library; a new one must be defined here before it passes. */
  public static OracleRegion of(SeedRegion region) {
    return valueOf(region.name());
  }
}
