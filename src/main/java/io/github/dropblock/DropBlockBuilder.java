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
  private BlockChoices choices;
  private CommonChoices common;

  DropBlockBuilder(BlockChoices choices, CommonChoices common) {
    this.choices = choices;
    this.common = common;
  }

  /**
   * The probability to keep a position; 0.9 unless set.
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
   * A square block; 7 unless set.
   *
   * @param value side in positions, at least 1; cut to the map
   * @return this builder
   * @throws IllegalArgumentException if the value is less than 1
   */
  public DropBlockBuilder blockSize(int value) {
    return blockSize(BlockSize.square(value));
  }

  /**
   * A block of any form.
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
   * Where seeds are drawn; {@link SeedRegion#VALID} unless set.
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
   * How gamma follows from keepProb; {@link GammaRule#PAPER} unless set.
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
   * A factor of gamma; 1 unless set. The product is clamped to 1.
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
   * Which planes have the same mask; {@link MaskSharing#NONE} unless set.
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
   * What kept positions are multiplied by; {@link Normalization#TENSOR} unless set.
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
   * What is written to dropped positions; {@link Fill#zero} unless set.
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
   * Who shares the work on large tensors; {@link Threads#common} unless set. Never changes a
   * result.
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
    return new DropBlock(choices, common);
  }
}
