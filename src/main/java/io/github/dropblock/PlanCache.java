package io.github.dropblock;

import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.tensor.Shape;

/**
 * The plan of the last sample shape, shared by regularizers that differ only in what a plan does
 * not depend on: the seed, the normalization, the fill and the threads.
 *
 * <p>A race between threads costs a repetition, never a wrong mask.
 */
final class PlanCache {
  private volatile Plan last;

  /** Returns the plan of a shape, made anew if the last one was for another. */
  Plan of(Shape shape, Regularizer regularizer) {
    Plan plan = last;
    if (plan == null || !plan.sample.sameSample(shape)) {
      plan = new Plan(shape, regularizer.sampler(KernelSelector.kernels(), shape));
      last = plan;
    }
    return plan;
  }

  /** What is known about one sample shape; N does not matter. */
  static final class Plan {
    private final Shape sample;
    private final BitSampler sampler;

    /** Computed when first asked for, since it may take a while on large maps; NaN before. */
    private volatile double expectedKeptFraction = Double.NaN;

    private Plan(Shape sample, BitSampler sampler) {
      this.sample = sample;
      this.sampler = sampler;
    }

    Shape sample() {
      return sample;
    }

    BitSampler sampler() {
      return sampler;
    }

    double expectedKeptFraction(Regularizer regularizer) {
      double fraction = expectedKeptFraction;
      if (Double.isNaN(fraction)) {
        fraction = regularizer.expectedKeptFraction(sample);
        expectedKeptFraction = fraction;
      }
      return fraction;
    }
  }
}
