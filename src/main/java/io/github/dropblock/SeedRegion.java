package io.github.dropblock;

import io.github.dropblock.internal.mask.Axis;
import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.tensor.Shape;

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
  },

  /**
   * A block centered on each position, cut at the edges; of an even block's two middles, the first
   * is the center. Positions near the border are covered by fewer blocks and dropped less often.
   *
   * <p>With {@link GammaRule#PAPER} far more is dropped than asked for, since equation 1 counts
   * only blocks that lie inside the map: choose {@link GammaRule#EXACT}, unless other software is
   * to be matched.
   */
  WHOLE {
    @Override
    Axis axis(int extent, int block) {
      return Axis.whole(extent, block);
    }
  },

  /**
   * Each placement that touches the map, cut at the edges. As many blocks cover each position, so
   * all are dropped equally often: there is no border bias. The choice of gamma is as for {@link
   * #WHOLE}.
   */
  EXTENDED {
    @Override
    Axis axis(int extent, int block) {
      return Axis.extended(extent, block);
    }
  };

  abstract Axis axis(int extent, int block);

  /** The sites of blocks on a map. */
  BlockGeometry geometry(BlockSize size, Shape shape) {
    return new BlockGeometry(
        axis(shape.d(), size.depthOn(shape)),
        axis(shape.h(), size.heightOn(shape)),
        axis(shape.w(), size.widthOn(shape)));
  }
}
