package io.github.dropblock;

import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.random.GaussianNoise;

/** Writes a fill to the dropped elements of a run; the name of the noise is the mask's. */
final class Filling {
  private Fill fill = Fill.zero();
  private long seed;
  private long step;
  private long firstSample;

  void set(Fill newFill, long newSeed, long newStep, long newFirstSample) {
    fill = newFill;
    seed = newSeed;
    step = newStep;
    firstSample = newFirstSample;
  }

  void set(Filling other) {
    set(other.fill, other.seed, other.step, other.firstSample);
  }

  Fill fill() {
    return fill;
  }

  long seed() {
    return seed;
  }

  long step() {
    return step;
  }

  long firstSample() {
    return firstSample;
  }

  /** Whether it is not what the kernels write anyway. */
  boolean needed() {
    return !fill.equals(Fill.zero());
  }

  /**
   * Fills where a bit is set.
   *
   * <p>Modified: {@code out}, {@code pair}.
   *
   * @param element the run's first element in the tensor
   * @param sampleSize elements of a sample
   * @param pair two words to work in
   */
  void write(
      float[] out,
      int at,
      int length,
      long[] dropped,
      int bit,
      int element,
      int sampleSize,
      long[] pair) {
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.read(dropped, bit + i, Math.min(Long.SIZE, length - i));
      for (; bits != 0; bits &= bits - 1) {
        int k = i + Long.numberOfTrailingZeros(bits);
        out[at + k] = value(element + k, sampleSize, pair);
      }
    }
  }

  /** Fills the whole run. */
  void writeAll(float[] out, int at, int length, int element, int sampleSize, long[] pair) {
    for (int i = 0; i < length; i++) {
      out[at + i] = value(element + i, sampleSize, pair);
    }
  }

  private float value(int element, int sampleSize, long[] pair) {
    if (fill instanceof GaussianFill noise) {
      int sample = element / sampleSize;
      int inSample = element - sample * sampleSize;
      double z = GaussianNoise.value(seed, step, firstSample + sample, inSample, pair);
      return (float) (noise.mean() + noise.standardDeviation() * z);
    }
    return ((ConstantFill) fill).value();
  }
}
