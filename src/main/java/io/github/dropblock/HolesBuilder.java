package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.random.DerivedSeeds;

/**
 * Builder of {@link Holes}.
 *
 * <p>Each setter checks its argument at once. If it throws, the builder is unchanged.
 *
 * @since 0.1.0
 */
public final class HolesBuilder {
  private double probability = 1;
  private int minHoles = 1;
  private int maxHoles = 1;
  private HoleSize size = HoleSize.area(0.02, 0.33, 0.3, 3.3);
  private SeedRegion seedRegion = SeedRegion.VALID;
  private MaskSharing sharing = MaskSharing.CHANNELS;
  private boolean inverse;
  private CommonChoices common;

  HolesBuilder() {
    this.common = new CommonChoices(DerivedSeeds.fresh(), Normalization.NONE);
  }

  HolesBuilder(Holes.Choices choices, CommonChoices common) {
    this.probability = choices.probability();
    this.minHoles = choices.minHoles();
    this.maxHoles = choices.maxHoles();
    this.size = choices.size();
    this.seedRegion = choices.seedRegion();
    this.sharing = choices.sharing();
    this.inverse = choices.inverse();
    this.common = common;
  }

  /**
   * Sets the probability that a sample has holes at all. Samples that share a mask have holes
   * together. The default is 1.
   *
   * @param value in [0, 1]
   * @return this builder
   * @throws IllegalArgumentException if the value is out of range
   */
  public HolesBuilder probability(double value) {
    probability = Check.probability("probability", value);
    return this;
  }

  /**
   * Sets a fixed number of holes. The default is 1.
   *
   * @param value at least 0
   * @return this builder
   * @throws IllegalArgumentException if the value is negative
   */
  public HolesBuilder holes(int value) {
    minHoles = Check.atLeast("holes", value, 0);
    maxHoles = value;
    return this;
  }

  /**
   * Sets a range of the number of holes, which is uniform. Without sharing over channels, each
   * channel has a number of its own.
   *
   * @param min the least number, at least 0
   * @param max the largest number, at least {@code min}
   * @return this builder
   * @throws IllegalArgumentException if a number is out of range
   */
  public HolesBuilder holes(int min, int max) {
    Check.atLeast("minHoles", min, 0);
    maxHoles = Check.atLeast("maxHoles", max, min);
    minHoles = min;
    return this;
  }

  /**
   * Sets the size of a hole. The default is the one of Random Erasing: {@code HoleSize.area(0.02,
   * 0.33, 0.3, 3.3)}.
   *
   * @param value the size
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public HolesBuilder size(HoleSize value) {
    size = Check.notNull("size", value);
    return this;
  }

  /**
   * Sets where holes may lie: inside the map ({@link SeedRegion#VALID}, the default), centered on
   * any position and cut at the edges ({@link SeedRegion#WHOLE}), or wherever they touch the map
   * ({@link SeedRegion#EXTENDED}). Axes that a {@link HoleSize#bar} spans are not affected.
   *
   * @param value the region
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public HolesBuilder seedRegion(SeedRegion value) {
    seedRegion = Check.notNull("seedRegion", value);
    return this;
  }

  /**
   * Sets which planes share a mask. The default is {@link MaskSharing#CHANNELS}.
   *
   * @param value the sharing
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public HolesBuilder sharing(MaskSharing value) {
    sharing = Check.notNull("sharing", value);
    return this;
  }

  /**
   * Sets whether a sample with holes keeps the holes and drops the rest. The default is false. A
   * sample without holes by {@link #probability} keeps everything.
   *
   * @param value true to keep the holes
   * @return this builder
   */
  public HolesBuilder inverse(boolean value) {
    inverse = value;
    return this;
  }

  /**
   * Sets the scale of kept positions. The default is {@link Normalization#NONE}.
   *
   * @param value the normalization
   * @return this builder
   * @throws IllegalArgumentException if the value is null
   */
  public HolesBuilder normalization(Normalization value) {
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
  public HolesBuilder fill(Fill value) {
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
  public HolesBuilder threads(Threads value) {
    common = common.withThreads(value);
    return this;
  }

  /**
   * Sets the seed. The default is a random number.
   *
   * @param value any number
   * @return this builder
   */
  public HolesBuilder seed(long value) {
    common = common.withSeed(value);
    return this;
  }

  /**
   * Builds the regularizer.
   *
   * @return an immutable regularizer, which later changes of this builder do not affect
   */
  public Holes build() {
    return new Holes(choices(), common);
  }

  Holes.Choices choices() {
    return new Holes.Choices(probability, minHoles, maxHoles, size, seedRegion, sharing, inverse);
  }
}
