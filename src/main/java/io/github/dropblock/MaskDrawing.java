package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.apply.MaskLayout;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.apply.Workers;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.tensor.Shape;

/**
 * Everything with which a regularizer draws the masks of one sample shape.
 *
 * @param plan the plan that draws the bits
 * @param workers the threads that draw them
 * @param rule the rule that gives the scales
 * @param fill the value for dropped elements
 */
record MaskDrawing(Plan plan, Workers workers, ScaleRule rule, FillValue fill)
    implements MaskState.Source {
  static MaskDrawing of(Regularizer regularizer, Shape shape) {
    Plan plan =
        regularizer.plans.of(
            shape, s -> new Plan(s, regularizer.sampler(KernelSelector.kernels(), s)));
    return new MaskDrawing(
        plan,
        regularizer.common.threads().workers(),
        regularizer.scaleRule(() -> plan.expectedKeptFraction(regularizer)),
        regularizer.fillValue());
  }

  boolean suits(Shape shape) {
    return plan.sample.sameSample(shape);
  }

  static void checkCounters(Shape shape, long step, long firstSample) {
    Check.atLeast("step", step, 0L);
    Check.inRange("firstSample", firstSample, 0, Long.MAX_VALUE - shape.n());
  }

  @Override
  public long draw(MaskLayout layout, long[] dropped, long seed, long step, long firstSample) {
    BitSampler sampler = plan.sampler;
    int samples = layout.storedSamples();
    long first = layout.granularity().bySample() ? firstSample : 0;
    int parts = workers.parts(layout.bits());
    if (parts == 1) {
      return sampler.sample(seed, step, first, 0, samples, dropped);
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

  /** Part that depends on the sample shape, but not on the seed. */
  static final class Plan {
    private final Shape sample;
    private final BitSampler sampler;

    /** NaN until it is first needed, since computing it is slow on large maps. */
    private volatile double expectedKeptFraction = Double.NaN;

    private Plan(Shape sample, BitSampler sampler) {
      this.sample = sample;
      this.sampler = sampler;
    }

    private double expectedKeptFraction(Regularizer regularizer) {
      double fraction = expectedKeptFraction;
      if (Double.isNaN(fraction)) {
        fraction = regularizer.expectedKeptFraction(sample);
        expectedKeptFraction = fraction;
      }
      return fraction;
    }
  }
}
