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
 * Dropout: drops each element independently.
 *
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to
 * prevent neural networks from overfitting", JMLR 15 (2014), in its inverted form: kept elements
 * are multiplied by 1 / keepProb ({@link Normalization#EXPECTED}) unless another normalization is
 * chosen.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., "Dropout: a
 *     simple way to prevent neural networks from overfitting", JMLR 15, 2014</a>
 * @since 0.1.0
 */
public final class Dropout extends KeepProbRegularizer {
  static final String TYPE = "Dropout";

  Dropout(double keepProb, CommonChoices common) {
    this(keepProb, common, new SampleCache<>());
  }

  private Dropout(double keepProb, CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    super(keepProb, common, plans);
  }

  /**
   * Creates a regularizer with a random seed, which {@link #seed} returns.
   *
   * @param keepProb the probability to keep an element, in [0, 1]
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static Dropout of(double keepProb) {
    return of(keepProb, DerivedSeeds.fresh());
  }

  /**
   * Creates a regularizer.
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
  public Dropout withKeepProb(double keepProb) {
    return new Dropout(keepProb, common);
  }

  @Override
  public Dropout withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public Dropout withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public Dropout withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public Dropout withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private Dropout with(CommonChoices choices) {
    return new Dropout(keepProb(), choices, plans);
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
    return Granularity.ELEMENT;
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    return MaskSampler.ofBits(kernels, sample.c(), sample.planeSize(), 1 - keepProb());
  }

  static Dropout read(MapReader in) {
    return new Dropout(in.real("keepProb"), CommonChoices.read(in));
  }
}
