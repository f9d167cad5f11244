package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * DropPath, or stochastic depth: drops a residual branch, for single samples or the whole batch.
 *
 * <p>Source: Huang, Sun, Liu, Sedra and Weinberger, "Deep networks with stochastic depth", ECCV
 * 2016 (per batch); per sample as in later networks. Apply it to the branch's output, before the
 * sum. What is kept is multiplied by 1 / keepProb ({@link Normalization#EXPECTED}) unless another
 * normalization is chosen. A mask has one bit a sample, or one.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class DropPath extends CoinRegularizer<DropPath> {
  static final String TYPE = "DropPath";

  private static final Granularity SAMPLE = new Granularity(true, false, false);
  private static final Granularity BATCH = new Granularity(false, false, false);

  private final boolean perBatch;

  DropPath(double keepProb, boolean perBatch, CommonChoices common) {
    super(keepProb, common);
    this.perBatch = perBatch;
  }

  /**
   * Dropout of samples.
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
   * Dropout of batches: all samples of a step are kept, or none.
   *
   * @param keepProb the probability to keep a batch, in [0, 1]
   * @param seed any number
   * @return the regularizer
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public static DropPath ofBatch(double keepProb, long seed) {
    return new DropPath(keepProb, true, new CommonChoices(seed, Normalization.EXPECTED));
  }

  @Override
  DropPath with(double newKeepProb, CommonChoices choices) {
    return new DropPath(newKeepProb, perBatch, choices);
  }

  @Override
  Granularity granularity() {
    return perBatch ? BATCH : SAMPLE;
  }

  @Override
  MaskSampler sampler(Shape sample) {
    return MaskSampler.ofBits(KernelSelector.kernels(), 1, 1, 1 - keepProb());
  }

  static DropPath read(MapReader in) {
    return new DropPath(in.real("keepProb"), in.flag("perBatch"), CommonChoices.read(in));
  }

  @Override
  void writeTo(Map<String, Object> choices) {
    super.writeTo(choices);
    choices.put("perBatch", perBatch);
  }

  @Override
  String type() {
    return TYPE;
  }
}
