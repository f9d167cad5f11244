package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * SpatialDropout: drops whole planes, that is, channels of single samples.
 *
 * <p>Source: Tompson, Goroshin, Jain, LeCun and Bregler, "Efficient object localization using
 * convolutional networks", CVPR 2015. Kept planes are multiplied by 1 / keepProb ({@link
 * Normalization#EXPECTED}) unless another normalization is chosen. A mask has one bit a plane.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class SpatialDropout extends MaskRegularizer<SpatialDropout>
    implements KeepProbRegularizer {
  private static final Granularity PLANE = new Granularity(true, true, false);

  private final double keepProb;

  SpatialDropout(double keepProb, CommonChoices common) {
    super(common);
    this.keepProb = Check.probability("keepProb", keepProb);
  }

  /**
   * Dropout of planes.
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
  public double keepProb() {
    return keepProb;
  }

  @Override
  public SpatialDropout withKeepProb(double keepProb) {
    return new SpatialDropout(keepProb, common);
  }

  @Override
  SpatialDropout with(CommonChoices choices) {
    return new SpatialDropout(keepProb, choices);
  }

  @Override
  public double expectedKeptFraction(Shape shape) {
    Check.notNull("shape", shape);
    return keepProb;
  }

  @Override
  Granularity granularity() {
    return PLANE;
  }

  @Override
  MaskSampler sampler(Shape sample) {
    return MaskSampler.ofBits(KernelSelector.kernels(), sample.c(), 1, 1 - keepProb);
  }

  @Override
  void writeTo(Map<String, Object> map) {
    map.put("keepProb", keepProb);
  }
}
