package io.github.dropblock;

import io.github.dropblock.internal.mask.Axis;
import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.internal.mask.HoleRegion;
import io.github.dropblock.tensor.Shape;

/**
 * Choice of the sites at which seeds are drawn, and so of where blocks may lie.
 *
 * @since 0.1.0
 */
public enum SeedRegion {
  /**
   * The sites where a whole block fits into the map (the paper, section 3). Positions near the
   * border are covered by fewer blocks and dropped less often.
   */
  VALID(HoleRegion.VALID) {
    @Override
    Axis axis(int extent, int block) {
      return Axis.valid(extent, block);
    }
  },

  /**
   * One site per position. The block is centered on it and cut at the edges. Of an even block's two
   * middles, the first is the center. Positions near the border are covered by fewer blocks and
   * dropped less often.
   *
   * <p>With {@link GammaRule#PAPER} far more is dropped than requested, since equation 1 counts
   * only blocks that lie inside the map. Choose {@link GammaRule#EXACT}, unless you need to match
   * other software.
   */
  WHOLE(HoleRegion.WHOLE) {
    @Override
    Axis axis(int extent, int block) {
      return Axis.whole(extent, block);
    }
  },

  /**
   * One site for each block that touches the map. The block is cut at the edges. Every position is
   * covered by the same number of blocks and dropped equally often, so there is no border bias. For
   * the choice of gamma, see {@link #WHOLE}.
   */
  EXTENDED(HoleRegion.EXTENDED) {
    @Override
    Axis axis(int extent, int block) {
      return Axis.extended(extent, block);
    }
  };

  private final HoleRegion ofHoles;

  SeedRegion(HoleRegion ofHoles) {
    this.ofHoles = ofHoles;
  }

  abstract Axis axis(int extent, int block);

  /** Returns the same region for holes, whose lengths vary. */
  HoleRegion ofHoles() {
    return ofHoles;
  }

  /** Returns the sites of blocks on a map. */
  BlockGeometry geometry(BlockSize size, Shape shape) {
    return new BlockGeometry(
        axis(shape.d(), size.depthOn(shape)),
        axis(shape.h(), size.heightOn(shape)),
        axis(shape.w(), size.widthOn(shape)));
  }
}
