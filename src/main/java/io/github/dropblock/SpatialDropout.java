package io.github.dropblock;

import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.internal.random.DerivedSeeds;
import io.github.dropblock.tensor.Shape;

/**
 * SpatialDropout: drops whole planes. A plane is one channel of one sample.
 *
 * <p>Source: Tompson, Goroshin, Jain, LeCun and Bregler, "Efficient object localization using
 * convolutional networks", CVPR 2015. Kept planes are multiplied by 1 / keepProb ({@link
 * Normalization#EXPECTED}) unless another normalization is chosen. A mask has one bit per plane.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al., "Efficient object localization
 *     using convolutional networks", CVPR 2015</a>
 * @since 0.1.0
 */
public final class SpatialDropout extends KeepProbRegularizer {
  static final String TYPE = "SpatialDropout";

  private static final Granularity PLANE = new Granularity(true, true, false);

  SpatialDropout(double keepProb, CommonChoices common) {
    this(keepProb, common, new SampleCache<>());
  }

  private SpatialDropout(
      double keepProb, CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    super(keepProb, common, plans);
  }

  /**
   * Creates a regularizer with a random seed, which {@link #seed} returns.
   *
   * @param keepProb the probability to keep a plane, in [0, 1]
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static SpatialDropout of(double keepProb) {
    return of(keepProb, DerivedSeeds.fresh());
  }

  /**
   * Creates a regularizer.
   *
   * @param keepProb the probability to keep a plane, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static SpatialDropout of(double keepProb, long seed) {
    return new SpatialDropout(keepProb, new CommonChoices(seed, Normalization.EXPECTED));
  }

  @Override
  public SpatialDropout withKeepProb(double keepProb) {
    return new SpatialDropout(keepProb, common);
  }

  @Override
  public SpatialDropout withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public SpatialDropout withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public SpatialDropout withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public SpatialDropout withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private SpatialDropout with(CommonChoices choices) {
    return new SpatialDropout(keepProb(), choices, plans);
  }

  @Override
  public double expectedKeptFraction(Shape shape) {
    Check.notNull("shape", shape);
    return keepProb();
  }

  @Override
  String type() {
    return TYPE;
  }

  @Override
  Granularity granularity() {
    return PLANE;
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    return MaskSampler.ofBits(kernels, sample.c(), 1, 1 - keepProb());
  }

  static SpatialDropout read(MapReader in) {
    return new SpatialDropout(in.real("keepProb"), CommonChoices.read(in));
  }
}
