package io.github.dropblock;

import io.github.dropblock.internal.mask.BitSampler;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;

/** Draws masks sample by sample with a function of the caller's own. */
record FunctionSampler(MaskFunction function, Shape sampleShape, double keepProb)
    implements BitSampler {
  @Override
  public int samplesToWord() {
    return MaskSampler.samplesToWord(sampleShape.c(), sampleShape.planeSize());
  }

  @Override
  public long sample(long seed, long step, long firstSample, int from, int to, long[] dropped) {
    long total = 0;
    for (int i = from; i < to; i++) {
      int bit = i * sampleShape.size();
      SampleMask mask =
          new SampleMask(sampleShape, keepProb, seed, step, firstSample + i, dropped, bit);
      try {
        function.draw(mask);
      } finally {
        total += mask.finish();
      }
    }
    return total;
  }
}
