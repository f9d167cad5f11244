package io.github.dropblock;

import io.github.dropblock.internal.check.Check;

/**
 * The choices of a {@link DropBlock}; each has the paper's as its default.
 *
 * <p>A setter checks its argument at once and leaves the builder as it was if it is wrong.
 *
 * @since 0.1.0
 */
public final class DropBlockBuilder {
  double keepProb = 0.9;
  BlockSize blockSize = BlockSize.square(7);
  SeedRegion seedRegion = SeedRegion.VALID;
  GammaRule gammaRule = GammaRule.PAPER;
  double gammaScale = 1;
  MaskSharing sharing = MaskSharing.NONE;
  CommonChoices common;

  DropBlockBuilder(long seed) {
    this.common = new CommonChoices(seed, Normalization.TENSOR);
  }

  DropBlockBuilder(DropBlockBuilder other) {
    this.keepProb = other.keepProb;
    this.blockSize = other.blockSize;
    this.seedRegion = other.seedRegion;
    this.gammaRule = other.gammaRule;
    this.gammaScale = other.gammaScale;
    this.sharing = other.sharing;
    this.common = other.common;
  }

  /**
   * The probability to keep a position; 0.9 unless set.
   *
   * @param value in [0, 1]; 1 is the identity
   * @return this builder
   * @throws IllegalArgumentException if the value is out of range
   */
  public DropBlockBuilder keepProb(double value) {
    keepProb = Check.probability("keepProb", value);
    return this;
  }

  /**
   * A square block; 7 unless set.
   *
   * @param value side in positions, at least 1; cut to the map
   * @return this builder
   * @throws IllegalArgumentException if the value is less than 1
   */
  public DropBlockBuilder blockSize(int value) {
    blockSize = BlockSize.square(value);
    return this;
  }

  /**
   * A block of any form.
   *
   * @param value the size; cut to the map
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder blockSize(BlockSize value) {
    blockSize = Check.notNull("blockSize", value);
    return this;
  }

  /**
   * Where seeds are drawn; {@link SeedRegion#VALID} unless set.
   *
   * @param value the region
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder seedRegion(SeedRegion value) {
    seedRegion = Check.notNull("seedRegion", value);
    return this;
  }

  /**
   * How gamma follows from keepProb; {@link GammaRule#PAPER} unless set.
   *
   * @param value the rule
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder gammaRule(GammaRule value) {
    gammaRule = Check.notNull("gammaRule", value);
    return this;
  }

  /**
   * A factor of gamma; 1 unless set. The product is clamped to 1.
   *
   * @param value finite and at least 0
   * @return this builder
   * @throws IllegalArgumentException if the value is out of range
   */
  public DropBlockBuilder gammaScale(double value) {
    gammaScale = Check.nonNegative("gammaScale", value);
    return this;
  }

  /**
   * Which planes have the same mask; {@link MaskSharing#NONE} unless set.
   *
   * @param value the sharing
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder sharing(MaskSharing value) {
    sharing = Check.notNull("sharing", value);
    return this;
  }

  /**
   * What kept positions are multiplied by; {@link Normalization#TENSOR} unless set.
   *
   * @param value the normalization
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder normalization(Normalization value) {
    common = common.withNormalization(Check.notNull("normalization", value));
    return this;
  }

  /**
   * What is written to dropped positions; {@link Fill#zero} unless set.
   *
   * @param value the fill
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder fill(Fill value) {
    common = common.withFill(Check.notNull("fill", value));
    return this;
  }

  /**
   * Who shares the work on large tensors; {@link Threads#common} unless set. Never changes a
   * result.
   *
   * @param value the threads
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public DropBlockBuilder threads(Threads value) {
    common = common.withThreads(Check.notNull("threads", value));
    return this;
  }

  /**
   * The seed; a fresh random number unless set.
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
   * @return an immutable regularizer; later changes of this builder do not reach it
   */
  public DropBlock build() {
    return new DropBlock(this);
  }
}
