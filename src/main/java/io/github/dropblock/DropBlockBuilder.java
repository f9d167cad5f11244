package io.github.dropblock;

import io.github.dropblock.internal.check.Check;

/**
 * Builder of a {@link DropBlock}. The defaults are the paper's choices.
 *
 * <p>Each setter checks its argument at once. If it throws, the builder is unchanged.
 *
 * @since 0.1.0
 */
public final class DropBlockBuilder {
  private Choices choices;
  private CommonChoices common;

  DropBlockBuilder(Choices choices, CommonChoices common) {
    this.choices = choices;
    this.common = common;
  }

  /**
   * Sets the probability to keep a position. The default is 0.9.
   *
   * @param value in [0, 1]; 1 is the identity
   * @return this builder
   * @throws IllegalArgumentException if the value is out of range
   */
  public DropBlockBuilder keepProb(double value) {
    choices = choices.withKeepProb(Check.probability("keepProb", value));
    return this;
  }

  /**
   * Sets the side of a square block. The default is 7.
   *
   * @param value side in positions, at least 1; cut to the map
   * @return this builder
   * @throws IllegalArgumentException if the value is less than 1
   */
  public DropBlockBuilder blockSize(int value) {
    return blockSize(BlockSize.square(value));
  }

  /**
   * Sets the size of a block of any form.
   *
   * @param value the size; cut to the map
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder blockSize(BlockSize value) {
    choices = choices.withBlockSize(Check.notNull("blockSize", value));
    return this;
  }

  /**
   * Sets where seeds are drawn. The default is {@link SeedRegion#VALID}.
   *
   * @param value the region
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder seedRegion(SeedRegion value) {
    choices = choices.withSeedRegion(Check.notNull("seedRegion", value));
    return this;
  }

  /**
   * Sets how gamma follows from keepProb. The default is {@link GammaRule#PAPER}.
   *
   * @param value the rule
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder gammaRule(GammaRule value) {
    choices = choices.withGammaRule(Check.notNull("gammaRule", value));
    return this;
  }

  /**
   * Sets a factor of gamma. The default is 1. The product is limited to 1.
   *
   * @param value finite and at least 0
   * @return this builder
   * @throws IllegalArgumentException if the value is out of range
   */
  public DropBlockBuilder gammaScale(double value) {
    choices = choices.withGammaScale(Check.nonNegative("gammaScale", value));
    return this;
  }

  /**
   * Sets which planes share a mask. The default is {@link MaskSharing#NONE}.
   *
   * @param value the sharing
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder sharing(MaskSharing value) {
    choices = choices.withSharing(Check.notNull("sharing", value));
    return this;
  }

  /**
   * Sets the scale of kept positions. The default is {@link Normalization#TENSOR}.
   *
   * @param value the normalization
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder normalization(Normalization value) {
    common = common.withNormalization(value);
    return this;
  }

  /**
   * Sets the value of dropped positions. The default is {@link Fill#zero}.
   *
   * @param value the fill
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder fill(Fill value) {
    common = common.withFill(value);
    return this;
  }

  /**
   * Sets the threads that share the work on large tensors. The default is {@link Threads#common}.
   * Threads never change a result.
   *
   * @param value the threads
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder threads(Threads value) {
    common = common.withThreads(value);
    return this;
  }

  /**
   * Sets the seed. The default is a random number.
   *
   * @param value any number
   * @return this builder
   */
  public DropBlockBuilder seed(long value) {
    common = common.withSeed(value);
    return this;
  }

  /**
   * Builds the regularizer.
   *
   * @return an immutable regularizer, which later changes of this builder do not affect
   */
  public DropBlock build() {
    return new DropBlock(choices, common);
  }

  /** Choices that only DropBlock has. The builder checks each. */
  record Choices(
      double keepProb,
      BlockSize blockSize,
      SeedRegion seedRegion,
      GammaRule gammaRule,
      double gammaScale,
      MaskSharing sharing) {
    /** The paper's choices. */
    static final Choices PAPER =
        new Choices(
            0.9, BlockSize.square(7), SeedRegion.VALID, GammaRule.PAPER, 1, MaskSharing.NONE);

    Choices withKeepProb(double value) {
      return new Choices(value, blockSize, seedRegion, gammaRule, gammaScale, sharing);
    }

    Choices withBlockSize(BlockSize value) {
      return new Choices(keepProb, value, seedRegion, gammaRule, gammaScale, sharing);
    }

    Choices withSeedRegion(SeedRegion value) {
      return new Choices(keepProb, blockSize, value, gammaRule, gammaScale, sharing);
    }

    Choices withGammaRule(GammaRule value) {
      return new Choices(keepProb, blockSize, seedRegion, value, gammaScale, sharing);
    }

    Choices withGammaScale(double value) {
      return new Choices(keepProb, blockSize, seedRegion, gammaRule, value, sharing);
    }

    Choices withSharing(MaskSharing value) {
      return new Choices(keepProb, blockSize, seedRegion, gammaRule, gammaScale, value);
    }
  }
}
