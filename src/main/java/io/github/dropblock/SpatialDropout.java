package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;

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
public final class SpatialDropout extends CoinRegularizer<SpatialDropout> {
  static final String TYPE = "SpatialDropout";
  private static final Granularity PLANE = new Granularity(true, true, false);

  SpatialDropout(double keepProb, CommonChoices common) {
    super(keepProb, common);
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
  SpatialDropout with(double newKeepProb, CommonChoices choices) {
    return new SpatialDropout(newKeepProb, choices);
  }

  @Override
  Granularity granularity() {
    return PLANE;
  }

  @Override
  MaskSampler sampler(Shape sample) {
    return MaskSampler.ofBits(KernelSelector.kernels(), sample.c(), 1, 1 - keepProb());
  }

  static SpatialDropout read(MapReader in) {
    return new SpatialDropout(in.real("keepProb"), CommonChoices.read(in));
  }

  @Override
  String type() {
    return TYPE;
  }
}
