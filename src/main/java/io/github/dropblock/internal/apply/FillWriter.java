package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.GaussianNoise;
import java.util.function.IntUnaryOperator;

/** Writes a fill to the dropped elements of a run; the key of the noise is the mask's. */
public final class FillWriter {
  private FillValue value = FillValue.ZERO;
  private long seed;
  private long step;
  private long firstSample;

  void set(FillValue newValue, long newSeed, long newStep, long newFirstSample) {
    value = newValue;
    seed = newSeed;
    step = newStep;
    firstSample = newFirstSample;
  }

  /** Returns what is written. */
  public FillValue value() {
    return value;
  }

  /** Returns the seed that the mask was drawn with. */
  public long seed() {
    return seed;
  }

  /** Returns the step that the mask was drawn for. */
  public long step() {
    return step;
  }

  /** Returns the index in the whole batch of the mask's first sample. */
  public long firstSample() {
    return firstSample;
  }

  /** Tells whether the fill differs from what the kernels write anyway. */
  public boolean needed() {
    return !value.equals(FillValue.ZERO);
  }

  /** Tells whether another fill writes the same: noise depends on its key. */
  public boolean writesAs(FillWriter other) {
    boolean sameKey = seed == other.seed && step == other.step && firstSample == other.firstSample;
    return value.equals(other.value) && (value instanceof FillValue.Constant || sameKey);
  }

  /**
   * Fills where a bit is set.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param element the run's first element in the tensor
   * @param sampleSize elements of a sample
   * @param words2 two words to work in
   */
  void write(
      float[] out,
      int at,
      int length,
      long[] dropped,
      int bit,
      int element,
      int sampleSize,
      long[] words2) {
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.read(dropped, bit + i, Math.min(Long.SIZE, length - i));
      for (; bits != 0; bits &= bits - 1) {
        int k = i + Long.numberOfTrailingZeros(bits);
        out[at + k] = value(element + k, sampleSize, words2);
      }
    }
  }

  /**
   * Fills where a bit is set, elements that do not follow each other in the tensor.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param elements tells which element of the tensor each element of the run is
   * @param sampleSize elements of a sample
   * @param words2 two words to work in
   */
  void write(
      float[] out,
      int length,
      long[] dropped,
      int bit,
      IntUnaryOperator elements,
      int sampleSize,
      long[] words2) {
    boolean isNoise = value instanceof FillValue.Noise;
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.read(dropped, bit + i, Math.min(Long.SIZE, length - i));
      for (; bits != 0; bits &= bits - 1) {
        int k = i + Long.numberOfTrailingZeros(bits);
        out[k] = value(isNoise ? elements.applyAsInt(k) : 0, sampleSize, words2);
      }
    }
  }

  /** Fills the whole run. */
  void writeAll(float[] out, int at, int length, int element, int sampleSize, long[] words2) {
    for (int i = 0; i < length; i++) {
      out[at + i] = value(element + i, sampleSize, words2);
    }
  }

  private float value(int element, int sampleSize, long[] words2) {
    if (value instanceof FillValue.Noise noise) {
      int sample = element / sampleSize;
      int inSample = element - sample * sampleSize;
      double z = GaussianNoise.value(seed, step, firstSample + sample, inSample, words2);
      return (float) (noise.mean() + noise.standardDeviation() * z);
    }
    return ((FillValue.Constant) value).value();
  }
}
