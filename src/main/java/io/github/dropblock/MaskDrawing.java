package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.MaskLayout;
import io.github.dropblock.tensor.Shape;

/** Draws the masks of regularizers, new ones and into existing ones. */
final class MaskDrawing {
  private MaskDrawing() {}

  static DropMask sample(Regularizer regularizer, Shape shape, long step, long firstSample) {
    checkCounters(shape, step, firstSample);
    MaskBody body = MaskBody.of(shape, regularizer.granularity(), regularizer.threads());
    draw(regularizer, body, step, firstSample);
    return new DropMask(body);
  }

  static void sampleInto(Regularizer regularizer, DropMask mask, long step, long firstSample) {
    checkCounters(mask.shape(), step, firstSample);
    MaskBody body = mask.body();
    if (!body.layout().granularity().equals(regularizer.granularity())) {
      throw new IllegalArgumentException(
          "mask has one bit per "
              + body.layout().granularity()
              + ", but "
              + regularizer.type()
              + " needs one per "
              + regularizer.granularity());
    }
    draw(regularizer, body, step, firstSample);
  }

  static void checkCounters(Shape shape, long step, long firstSample) {
    Check.atLeast("step", step, 0L);
    Check.inRange("firstSample", firstSample, 0, Long.MAX_VALUE - shape.n());
  }

  private static void draw(Regularizer regularizer, MaskBody body, long step, long firstSample) {
    CommonChoices common = regularizer.common;
    PlanCache.Plan plan = regularizer.plans.of(body.shape(), regularizer);
    float expected = Float.NaN;
    if (common.normalization() == Normalization.EXPECTED) {
      expected = Scales.ofExpected(plan.expectedKeptFraction(regularizer));
    }
    long first = regularizer.granularity().bySample() ? firstSample : 0;
    body.prepare(common.normalization());
    try {
      long dropped = drawBits(common, body, plan.sampler(), step, first);
      body.drawn(dropped, common.normalization(), expected);
    } catch (Throwable e) {
      body.keepAll();
      throw e;
    }
    body.filling().set(common.fill(), common.seed(), step, firstSample);
  }

  private static long drawBits(
      CommonChoices common, MaskBody body, BitSampler sampler, long step, long firstSample) {
    MaskLayout layout = body.layout();
    int samples = layout.storedSamples();
    long[] dropped = body.cleared();
    int parts = common.threads().parts(layout.bits());
    if (parts == 1) {
      return sampler.sample(common.seed(), step, firstSample, 0, samples, dropped);
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
}
