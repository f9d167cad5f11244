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
 * DropPath, or stochastic depth: drops a residual branch for single samples or for the whole batch.
 *
 * <p>Source: Huang, Sun, Liu, Sedra and Weinberger, "Deep networks with stochastic depth", ECCV
 * 2016, which drops per batch. Later networks drop per sample. Apply it to the output of the
 * branch, before the sum. Kept samples are multiplied by 1 / keepProb ({@link
 * Normalization#EXPECTED}) unless another normalization is chosen. A mask has one bit per sample,
 * or a single bit per batch.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1603.09382">Huang et al., "Deep networks with stochastic
 *     depth", ECCV 2016</a>
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public final class DropPath extends KeepProbRegularizer {
  static final String TYPE = "DropPath";

  private static final Granularity SAMPLE = new Granularity(true, false, false);
  private static final Granularity BATCH = new Granularity(false, false, false);

  private final boolean perBatch;

  DropPath(double keepProb, boolean perBatch, CommonChoices common) {
    this(keepProb, perBatch, common, new SampleCache<>());
  }

  private DropPath(
      double keepProb,
      boolean perBatch,
      CommonChoices common,
      SampleCache<MaskDrawing.Plan> plans) {
    super(keepProb, common, plans);
    this.perBatch = perBatch;
  }

  /**
   * Creates a regularizer that drops samples, with a random seed, which {@link #seed} returns.
   *
   * @param keepProb the probability to keep a sample, in [0, 1]
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static DropPath of(double keepProb) {
    return of(keepProb, DerivedSeeds.fresh());
  }

  /**
   * Creates a regularizer that drops samples.
   *
   * @param keepProb the probability to keep a sample, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static DropPath of(double keepProb, long seed) {
    return new DropPath(keepProb, false, new CommonChoices(seed, Normalization.EXPECTED));
  }

  /**
   * Creates a regularizer that drops whole batches. All samples of a step are kept, or none is.
   *
   * @param keepProb the probability to keep a batch, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static DropPath ofBatch(double keepProb, long seed) {
    return new DropPath(keepProb, true, new CommonChoices(seed, Normalization.EXPECTED));
  }

  /** {@return whether all samples of a batch are kept or dropped together} */
  public boolean perBatch() {
    return perBatch;
  }

  @Override
  public DropPath withKeepProb(double keepProb) {
    return new DropPath(keepProb, perBatch, common);
  }

  @Override
  public DropPath withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  @Override
  public DropPath withNormalization(Normalization normalization) {
    return with(common.withNormalization(normalization));
  }

  @Override
  public DropPath withFill(Fill fill) {
    return with(common.withFill(fill));
  }

  @Override
  public DropPath withThreads(Threads threads) {
    return with(common.withThreads(threads));
  }

  private DropPath with(CommonChoices choices) {
    return new DropPath(keepProb(), perBatch, choices, plans);
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
    return perBatch ? BATCH : SAMPLE;
  }

  @Override
  BitSampler sampler(Kernels kernels, Shape sample) {
    return MaskSampler.ofBits(kernels, 1, 1, 1 - keepProb());
  }

  static DropPath read(MapReader in) {
    return new DropPath(in.real("keepProb"), in.flag("perBatch"), CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    super.writeTo(choices);
    choices.put("perBatch", perBatch);
  }
}
