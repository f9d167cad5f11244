package io.github.dropblock;

import io.github.dropblock.internal.mask.BlockGeometry;
import io.github.dropblock.internal.mask.Gamma;

/**
 * Rule by which gamma, the probability of a seed at a site, follows from keepProb.
 *
 * @since 0.1.0
 */
public enum GammaRule {
  /**
   * Equation 1 of the paper: {@code (1 - keepProb) / b^2 * H W / ((H - b + 1)(W - b + 1))}, with a
   * product over the axes where map or block is not square. It neglects that blocks overlap, so
   * more is kept than requested. On a 14 x 14 map with block size 7 and keepProb 0.75, the expected
   * kept fraction is 0.7905.
   */
  PAPER {
    @Override
    double gamma(double keepProb, BlockGeometry geometry) {
      return Gamma.paper(keepProb, geometry.meanBlocksInside());
    }
  },

  /**
   * The gamma for which the expected kept fraction equals keepProb: the root of {@code mean over
   * positions of (1 - gamma)^n = keepProb}, where n is the number of blocks that cover a position.
   */
  EXACT {
    @Override
    double gamma(double keepProb, BlockGeometry geometry) {
      return Gamma.exact(keepProb, geometry.coverage());
    }
  };

  abstract double gamma(double keepProb, BlockGeometry geometry);
}
