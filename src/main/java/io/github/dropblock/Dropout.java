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
import java.util.Map;

/**
 * Dropout: drops each element independently.
 *
 * <p>Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to
 * prevent neural networks from overfitting", JMLR 15 (2014), in its inverted form: kept elements
 * are multiplied by 1 / keepProb ({@link Normalization#EXPECTED}) unless another normalization is
 * chosen. Planes may share a mask, see {@link #withSharing}.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., "Dropout: a
 *     simple way to prevent neural networks from overfitting", JMLR 15, 2014</a>
 * @since 0.1.0
 */
public final class Dropout extends KeepProbRegularizer {
  static final String TYPE = "Dropout";

  private final MaskSharing sharing;

  Dropout(double keepProb, MaskSharing sharing, CommonChoices common) {
    this(keepProb, sharing, common, new SampleCache<>());
  }

  private Dropout(
      double keepProb,
      MaskSharing sharing,
      CommonChoices common,
      SampleCache<MaskDrawing.Plan> plans) {
    super(keepProb, common, plans);
    this.sharing = Check.notNull("sharing", sharing);
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
    return new Dropout(keepProb, MaskSharing.NONE, new CommonChoices(seed, Normalization.EXPECTED));
  }

  /** {@return which planes of a batch share a mask; {@code NONE} unless chosen} */
  public MaskSharing sharing() {
    return sharing;
  }

  /**
   * Returns the same configuration with masks that planes share. With {@code BATCH}, all samples of
   * a step lose the same elements. With {@code CHANNELS}, all channels of a sample lose the same
   * positions, such as the same time steps of a sequence. {@link SpatialDropout} has one draw for
   * all positions of a plane instead.
   *
   * @param sharing which planes of a batch share a mask
   * @return a regularizer with the same seed and choices
   * @throws IllegalArgumentException if {@code sharing} is null
   */
  public Dropout withSharing(MaskSharing sharing) {
    return new Dropout(keepProb(), sharing, common);
  }

  @Override
  public Dropout withKeepProb(double keepProb) {
    return new Dropout(keepProb, sharing, common);
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
    return new Dropout(keepProb(), sharing, choices, plans);
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
    return sharing.granularity();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    return MaskSampler.ofBits(
        kernels, granularity().planes(sample.c()), sample.planeSize(), 1 - keepProb());
  }

  static Dropout read(MapReader in) {
    MaskSharing sharing = in.constant("sharing", MaskSharing.class);
    return new Dropout(in.real("keepProb"), sharing, CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    super.writeTo(choices);
    choices.put("sharing", sharing);
  }
}
