package io.github.dropblock.pytorch;

import io.github.dropblock.MaskFunction;
import io.github.dropblock.SampleMask;

/** A mask function that has a name and is found by it, as a service. */
public final class EveryOther implements MaskFunction {
  @Override
  public void draw(SampleMask sample) {
    int start = sample.random().bernoulli(sample.keepProb(), 0) ? 0 : 1;
    for (int i = start; i < sample.shape().size(); i += 2) {
      sample.dropRun(i, 1);
    }
  }

  @Override
  public String name() {
    return "every-other";
  }
}
