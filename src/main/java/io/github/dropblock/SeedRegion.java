package io.github.dropblock;

import io.github.dropblock.internal.mask.Axis;

/**
 * Where blocks may lie: the sites at which seeds are drawn.
 *
 * @since 0.1.0
 */
public enum SeedRegion {
  /**
   * Where a whole block fits into the map (the paper, section 3). Positions near the border are
   * covered by fewer blocks and dropped less often.
   */
  VALID {
    @Override
    Axis axis(int extent, int block) {
      return Axis.valid(extent, block);
    }
  };

  abstract Axis axis(int extent, int block);
}
