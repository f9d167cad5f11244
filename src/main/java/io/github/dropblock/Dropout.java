package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;

/**
 * Dropout: drops each element by itself.
 *
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to
 * prevent neural networks from overfitting", JMLR 15 (2014), in its inverted form: kept elements
 * are multiplied by 1 / keepProb ({@link Normalization#EXPECTED}) unless another normalization is
 * chosen.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class Dropout extends CoinRegularizer<Dropout> {
  static final String TYPE = "Dropout";

  Dropout(double keepProb, CommonChoices common) {
    super(keepProb, common);
  }

  /**
   * Dropout of elements.
   *
   * @param keepProb the probability to keep an element, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static Dropout of(double keepProb, long seed) {
    return new Dropout(keepProb, new CommonChoices(seed, Normalization.EXPECTED));
  }

  @Override
  Dropout with(double newKeepProb, CommonChoices choices) {
    return new Dropout(newKeepProb, choices);
  }

  @Override
  Granularity granularity() {
    return Granularity.ELEMENT;
  }

  @Override
  MaskSampler sampler(Shape sample) {
    return MaskSampler.ofBits(
        KernelSelector.kernels(), sample.c(), sample.planeSize(), 1 - keepProb());
  }

  static Dropout read(MapReader in) {
    return new Dropout(in.real("keepProb"), CommonChoices.read(in));
  }

  @Override
  String type() {
    return TYPE;
  }
}
