package io.github.dropblock;

import io.github.dropblock.internal.apply.SampleCache;
import io.github.dropblock.internal.check.Check;
import java.util.Map;

/**
 * Regularizer with a keepProb, which a schedule may change from step to step.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public abstract sealed class KeepProbRegularizer extends Regularizer
    permits AlphaDropout, CustomRegularizer, DropBlock, DropPath, Dropout, Patches, SpatialDropout {
  private final double keepProb;

  KeepProbRegularizer(double keepProb, CommonChoices common, SampleCache<MaskDrawing.Plan> plans) {
    super(common, plans);
    this.keepProb = Check.probability("keepProb", keepProb);
  }

  /** {@return the probability to keep a position, a plane or a sample, in [0, 1]} */
  public final double keepProb() {
    return keepProb;
  }

  /**
   * Returns the same configuration with another keepProb, for schedules.
   *
   * @param keepProb the probability to keep, in [0, 1]; 1 keeps everything
   * @return a regularizer with the same seed and choices
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  public abstract KeepProbRegularizer withKeepProb(double keepProb);

  @Override
  public abstract KeepProbRegularizer withSeed(long seed);

  @Override
  public KeepProbRegularizer forUse(long use) {
    return (KeepProbRegularizer) super.forUse(use);
  }

  @Override
  public KeepProbRegularizer forInference() {
    return (KeepProbRegularizer) super.forInference();
  }

  @Override
  public abstract KeepProbRegularizer withNormalization(Normalization normalization);

  @Override
  public abstract KeepProbRegularizer withFill(Fill fill);

  @Override
  public abstract KeepProbRegularizer withThreads(Threads threads);

  @Override
  void writeTo(Map<String, Object> map) {
    map.put("keepProb", keepProb);
  }
}
