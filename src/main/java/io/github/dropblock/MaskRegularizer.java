package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.apply.Granularity;
import io.github.dropblock.internal.apply.MaskLayout;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.apply.Workers;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all regularizers do alike: plan for a shape, draw the bits, normalize.
 *
 * @param <R> the regularizer itself
 */
abstract class MaskRegularizer<R extends MaskRegularizer<R>> implements Regularizer {
  static final int MAP_VERSION = 1;

  final CommonChoices common;

  /** The plan of the last shape: a race between threads costs a repetition, never a wrong mask. */
  private volatile Plan lastPlan;

  MaskRegularizer(CommonChoices common) {
    this.common = common;
  }

  /**
   * What is known about one sample shape, and the source of its masks' bits.
   *
   * @param sample the shape; N does not matter
   * @param granularity what has bits of its own
   * @param sampler draws the bits
   * @param workers who draws them
   * @param scaleRule how scales follow from them
   * @param fillValue what is written to dropped elements
   */
  private record Plan(
      Shape sample,
      Granularity granularity,
      MaskSampler sampler,
      Workers workers,
      ScaleRule scaleRule,
      FillValue fillValue)
      implements MaskState.Source {
    @Override
    public long draw(MaskLayout layout, long[] dropped, long seed, long step, long firstSample) {
      int samples = layout.storedSamples();
      long first = granularity.bySample() ? firstSample : 0;
      int parts = workers.parts(layout.bits());
      if (parts == 1) {
        return sampler.sample(seed, step, first, samples, dropped);
      }
      int together = sampler.samplesToWord();
      long groups = ((long) samples + together - 1) / together;
      return workers.sum(
          parts,
          i -> {
            int from = (int) (groups * i / parts * together);
            int to = (int) Math.min(groups * (i + 1) / parts * together, samples);
            return sampler.sample(seed, step, first, from, to, dropped);
          });
    }
  }

  /** What has bits of its own. */
  abstract Granularity granularity();

  abstract MaskSampler sampler(Kernels kernels, Shape sample);

  abstract R with(CommonChoices choices);

  /** Adds the choices that others do not have. */
  abstract void writeTo(Map<String, Object> map);

  private Plan plan(Shape shape) {
    Plan plan = lastPlan;
    if (plan == null || !plan.sample().sameSample(shape)) {
      plan = newPlan(shape);
      lastPlan = plan;
    }
    return plan;
  }

  /** The expected kept fraction takes a while for a block as long as a long map. */
  private Plan newPlan(Shape shape) {
    return new Plan(
        shape,
        granularity(),
        sampler(KernelSelector.kernels(), shape),
        common.threads().workers(),
        common.normalization().rule(() -> expectedKeptFraction(shape)),
        FillValues.of(common.fill()));
  }

  @Override
  public DropMask sample(Shape shape, long step, long firstSample) {
    Check.notNull("shape", shape);
    checkCounters(shape, step, firstSample);
    Plan plan = plan(shape);
    MaskState state = new MaskState(shape, plan.granularity(), plan.workers());
    draw(state, plan, step, firstSample);
    return new DropMask(state);
  }

  @Override
  public void sampleInto(DropMask mask, long step, long firstSample) {
    MaskState state = Check.notNull("mask", mask).state();
    checkCounters(mask.shape(), step, firstSample);
    Plan plan = plan(mask.shape());
    if (!state.layout().granularity().equals(plan.granularity())) {
      throw new IllegalArgumentException(
          "mask must share bits as this regularizer's do, "
              + plan.granularity()
              + ": "
              + state.layout().granularity());
    }
    draw(state, plan, step, firstSample);
  }

  static void checkCounters(Shape shape, long step, long firstSample) {
    Check.atLeast("step", step, 0L);
    Check.inRange("firstSample", firstSample, 0, Long.MAX_VALUE - shape.n());
  }

  private void draw(MaskState state, Plan plan, long step, long firstSample) {
    state.draw(plan, plan.scaleRule(), plan.fillValue(), common.seed(), step, firstSample);
  }

  @Override
  public long seed() {
    return common.seed();
  }

  @Override
  public R withSeed(long seed) {
    return with(common.withSeed(seed));
  }

  /**
   * The same configuration with another factor for kept positions.
   *
   * @param normalization the normalization
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code normalization} is null
   */
  public R withNormalization(Normalization normalization) {
    return with(common.withNormalization(Check.notNull("normalization", normalization)));
  }

  /**
   * The same configuration with another value for dropped positions.
   *
   * @param fill the fill
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code fill} is null
   */
  public R withFill(Fill fill) {
    return with(common.withFill(Check.notNull("fill", fill)));
  }

  /**
   * The same configuration with other threads. Never changes a result.
   *
   * @param threads who shares the work on large tensors
   * @return a regularizer of the same kind
   * @throws IllegalArgumentException if {@code threads} is null
   */
  public R withThreads(Threads threads) {
    return with(common.withThreads(Check.notNull("threads", threads)));
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", getClass().getSimpleName());
    map.put("version", (long) MAP_VERSION);
    writeChoices(map);
    return map;
  }

  private void writeChoices(Map<String, Object> map) {
    writeTo(map);
    map.put("normalization", common.normalization().name());
    map.put("fill", ChoiceMaps.write(common.fill()));
    map.put("seed", common.seed());
  }

  /** The kind and the whole configuration but for the threads. */
  @Override
  public String toString() {
    Map<String, Object> choices = new LinkedHashMap<>();
    writeChoices(choices);
    return getClass().getSimpleName() + choices;
  }

  /** Whether the other is of the same kind and configuration; threads do not matter. */
  @Override
  public boolean equals(Object other) {
    return other instanceof MaskRegularizer<?> r && toMap().equals(r.toMap());
  }

  @Override
  public int hashCode() {
    return toMap().hashCode();
  }
}
