package io.github.dropblock;

/** Choices that only DropBlock has. The builder checks each. */
record BlockChoices(
    double keepProb,
    BlockSize blockSize,
    SeedRegion seedRegion,
    GammaRule gammaRule,
    double gammaScale,
    MaskSharing sharing) {
  /** The paper's choices. */
  static final BlockChoices PAPER =
      new BlockChoices(
          0.9, BlockSize.square(7), SeedRegion.VALID, GammaRule.PAPER, 1, MaskSharing.NONE);

  BlockChoices withKeepProb(double value) {
    return new BlockChoices(value, blockSize, seedRegion, gammaRule, gammaScale, sharing);
  }

  BlockChoices withBlockSize(BlockSize value) {
    return new BlockChoices(keepProb, value, seedRegion, gammaRule, gammaScale, sharing);
  }

  BlockChoices withSeedRegion(SeedRegion value) {
    return new BlockChoices(keepProb, blockSize, value, gammaRule, gammaScale, sharing);
  }

  BlockChoices withGammaRule(GammaRule value) {
    return new BlockChoices(keepProb, blockSize, seedRegion, value, gammaScale, sharing);
  }

  BlockChoices withGammaScale(double value) {
    return new BlockChoices(keepProb, blockSize, seedRegion, gammaRule, value, sharing);
  }

  BlockChoices withSharing(MaskSharing value) {
    return new BlockChoices(keepProb, blockSize, seedRegion, gammaRule, gammaScale, value);
  }
}
