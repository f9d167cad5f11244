package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropBlockBuilder;
import io.github.dropblock.Fill;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;

/** How to get the statistics of other implementations; docs/peers.md says where they end. */
final class PeerRecipes {
  private PeerRecipes() {}

  /** torchvision, mmdet, the authors' TPU code and KerasCV: the paper, and our defaults. */
  static DropBlockBuilder torchvision(double dropRate, int blockSize) {
    return DropBlock.builder().keepProb(1 - dropRate).blockSize(blockSize);
  }

  /** timm's {@code drop_block_2d} with its defaults. */
  static DropBlockBuilder timm(double dropRate, int blockSize, double gammaScale) {
    return paddle(dropRate, blockSize)
        .gammaScale(gammaScale)
        .sharing(MaskSharing.CHANNELS); // NONE for couple_channels=False
  }

  /** timm's {@code with_noise=True}, which does not scale. */
  static DropBlockBuilder timmWithNoise(double dropRate, int blockSize, double gammaScale) {
    return timm(dropRate, blockSize, gammaScale)
        .fill(Fill.gaussian(0, 1))
        .normalization(Normalization.NONE);
  }

  /** PaddleDetection: equation 1 with seeds on the whole map. */
  static DropBlockBuilder paddle(double dropRate, int blockSize) {
    return torchvision(dropRate, blockSize).seedRegion(SeedRegion.WHOLE).gammaRule(GammaRule.PAPER);
  }

  /** miguelvr/dropblock: gamma is the drop rate / b^2; the scale takes equation 1's area away. */
  static DropBlockBuilder miguelvr(double dropRate, int b, Shape shape) {
    double sites = 1.0 * inside(shape.d(), b) * inside(shape.h(), b) * inside(shape.w(), b);
    return paddle(dropRate, b).gammaScale(sites / shape.planeSize()).sharing(MaskSharing.CHANNELS);
  }

  private static int inside(int extent, int b) {
    return extent - Math.min(b, extent) + 1;
  }
}
