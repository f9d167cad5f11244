package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskLayout;
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
  final CommonChoices common;

  /** The plan of the last shape: a race between threads costs a repetition, never a wrong mask. */
  private volatile Plan lastPlan;

  MaskRegularizer(CommonChoices common) {
    this.common = common;
  }

  /**
   * What is known about one sample shape.
   *
   * @param sample the shape; N does not matter
   * @param granularity what has bits of its own
   * @param sampler draws the bits
   * @param expectedScale the factor of {@link Normalization#EXPECTED}, where that is chosen
   */
  record Plan(Shape sample, Granularity granularity, MaskSampler sampler, float expectedScale) {}

  /** What has bits of its own. */
  abstract Granularity granularity();

  abstract MaskSampler sampler(Shape sample);

  abstract R with(CommonChoices choices);

  /** The name in the format, which no renaming of the class changes. */
  abstract String type();

  /** Adds the choices that others do not have, by their keys in the format. */
  abstract void writeTo(Map<String, Object> choices);

  private Map<String, Object> choices() {
    Map<String, Object> choices = new LinkedHashMap<>();
    writeTo(choices);
    common.writeTo(choices);
    return choices;
  }

  /** Not computed in vain: for a block as long as a long map it takes a while. */
  private float expectedScale(Shape shape) {
    boolean needed = common.normalization() == Normalization.EXPECTED;
    return needed ? Scales.ofExpected(expectedKeptFraction(shape)) : Float.NaN;
  }

  private Plan plan(Shape shape) {
    Plan plan = lastPlan;
    if (plan == null || !plan.sample().sameSample(shape)) {
      plan = new Plan(shape, granularity(), sampler(shape), expectedScale(shape));
      lastPlan = plan;
    }
    return plan;
  }

  @Override
  public DropMask sample(Shape shape, long step, long firstSample) {
    Check.notNull("shape", shape);
    checkCounters(shape, step, firstSample);
    Plan plan = plan(shape);
    MaskBody body = MaskBody.of(shape, plan.granularity(), common.threads());
    draw(body, plan, step, firstSample);
    return new DropMask(body);
  }

  @Override
  public void sampleInto(DropMask mask, long step, long firstSample) {
    MaskBody body = Check.notNull("mask", mask).body();
    checkCounters(mask.shape(), step, firstSample);
    Plan plan = plan(mask.shape());
    if (!body.layout().granularity().equals(plan.granularity())) {
      throw new IllegalArgumentException(
          "mask must share bits as this regularizer's do, "
              + plan.granularity()
              + ": "
              + body.layout().granularity());
    }
    draw(body, plan, step, firstSample);
  }

  static void checkCounters(Shape shape, long step, long firstSample) {
    Check.atLeast("step", step, 0L);
    Check.inRange("firstSample", firstSample, 0, Long.MAX_VALUE - shape.n());
  }

  private void draw(MaskBody body, Plan plan, long step, long firstSample) {
    long first = plan.granularity().bySample() ? firstSample : 0;
    body.prepare(common.normalization());
    try {
      long dropped = drawBits(body, plan.sampler(), step, first);
      body.drawn(dropped, common.normalization(), plan.expectedScale());
    } catch (Throwable e) {
      body.keepAll();
      throw e;
    }
    body.filling().set(common.fill(), common.seed(), step, firstSample);
  }

  private long drawBits(MaskBody body, MaskSampler sampler, long step, long firstSample) {
    MaskLayout layout = body.layout();
    int samples = layout.storedSamples();
    long[] dropped = body.cleared();
    int parts = common.threads().parts(layout.bits());
    if (parts == 1) {
      return sampler.sample(common.seed(), step, firstSample, samples, dropped);
    }
    int together = sampler.samplesToWord();
    long groups = ((long) samples + together - 1) / together;
    return common
        .threads()
        .sum(
            parts,
            i -> {
              int from = (int) (groups * i / parts * together);
              int to = (int) Math.min(groups * (i + 1) / parts * together, samples);
              return sampler.sample(common.seed(), step, firstSample, from, to, dropped);
            });
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
    return RegularizerFormat.write(type(), choices());
  }

  /** The type and the whole configuration but for the threads. */
  @Override
  public String toString() {
    return RegularizerFormat.text(type(), choices());
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
