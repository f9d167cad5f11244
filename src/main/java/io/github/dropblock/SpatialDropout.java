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
 * SpatialDropout: drops whole planes. A plane is one channel of one sample.
 *
 * <p>Source: Tompson, Goroshin, Jain, LeCun and Bregler, "Efficient object localization using
 * convolutional networks", CVPR 2015. Kept planes are multiplied by 1 / keepProb ({@link
 * Normalization#EXPECTED}) unless another normalization is chosen. A mask has one bit per plane. On
 * NCW tensors with time along W, a dropped channel is dropped at all times: this is "locked" or
 * "variational" dropout (Gal and Ghahramani, 2016).
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1411.4280">Tompson et al., "Efficient object localization
 *     using convolutional networks", CVPR 2015</a>
 * @see <a href="https://arxiv.org/abs/1512.05287">Gal and Ghahramani, "A theoretically grounded
 *     application of dropout in recurrent neural networks", NIPS 2016</a>
 * @since 0.1.0
 */
public final class SpatialDropout extends KeepProbRegularizer {
  static final String TYPE = "SpatialDropout";

  private final MaskSharing sharing;

  SpatialDropout(double keepProb, MaskSharing sharing, CommonChoices common) {
    this(keepProb, sharing, common, new SampleCache<>());
  }

  private SpatialDropout(
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
    return new SpatialDropout(
        keepProb, MaskSharing.NONE, new CommonChoices(seed, Normalization.EXPECTED));
  }

  /** {@return which planes of a batch are dropped together; {@code NONE} unless chosen} */
  public MaskSharing sharing() {
    return sharing;
  }

  /**
   * Returns the same configuration with planes that are dropped together. With {@code BATCH}, all
   * samples of a step lose the same channels, at all positions. With {@code CHANNELS} and {@code
   * ALL}, whole samples and whole batches are dropped, as by {@link DropPath}.
   *
   * @param sharing which planes of a batch are kept or dropped together
   * @return a regularizer with the same seed and choices
   * @throws IllegalArgumentException if {@code sharing} is null
   */
  public SpatialDropout withSharing(MaskSharing sharing) {
    return new SpatialDropout(keepProb(), sharing, common);
  }

  @Override
  public SpatialDropout withKeepProb(double keepProb) {
    return new SpatialDropout(keepProb, sharing, common);
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
    return new SpatialDropout(keepProb(), sharing, choices, plans);
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
    return sharing.granularityOfPlanes();
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    return MaskSampler.ofBits(kernels, granularity().planes(sample.c()), 1, 1 - keepProb());
  }

  static SpatialDropout read(MapReader in) {
    MaskSharing sharing = in.constant("sharing", MaskSharing.class);
    return new SpatialDropout(in.real("keepProb"), sharing, CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    super.writeTo(choices);
    choices.put("sharing", sharing);
  }
}
