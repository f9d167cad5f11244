package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.GaussianNoise;
import java.util.function.IntUnaryOperator;

/**
 * Writer of a fill to dropped elements. Noise is keyed by the mask's seed, step and first sample.
 */
public final class FillWriter {
  private FillValue value = FillValue.ZERO;
  private long seed;
  private long step;
  private long firstSample;

  /** Sets the value and the key of its noise. */
  void set(FillValue newValue, long newSeed, long newStep, long newFirstSample) {
    value = newValue;
    seed = newSeed;
    step = newStep;
    firstSample = newFirstSample;
  }

  /** Returns the value that is written. */
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

  /** Tells whether the fill differs from the zero that the kernels write. */
  public boolean needed() {
    // Not equals(), whose first call on a record takes as long as a small mask.
    return !(value instanceof FillValue.Constant c && Float.floatToIntBits(c.value()) == 0);
  }

  /** Tells whether another fill writes the same values. For noise, that takes the same key. */
  public boolean writesAs(FillWriter other) {
    boolean sameKey = seed == other.seed && step == other.step && firstSample == other.firstSample;
    return value.equals(other.value) && (value instanceof FillValue.Constant || sameKey);
  }

  /**
   * Fills the elements of a run whose bit is set.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param element the run's first element in the tensor
   * @param sampleSize number of elements of a sample
   * @param words2 a work array of two words
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
      writeWord(out, at + i, bits, element + i, sampleSize, words2);
    }
  }

  /**
   * Fills the elements whose bit is set, where they do not follow each other in the tensor.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param elements tells which element of the tensor each element of the run is
   * @param sampleSize number of elements of a sample
   * @param words2 a work array of two words
   */
  void write(
      float[] out,
      int at,
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
        out[at + k] = value(isNoise ? elements.applyAsInt(k) : 0, sampleSize, words2);
      }
    }
  }

  /** Fills a whole run. */
  void writeAll(float[] out, int at, int length, int element, int sampleSize, long[] words2) {
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.ones(Math.min(Long.SIZE, length - i));
      writeWord(out, at + i, bits, element + i, sampleSize, words2);
    }
  }

  /** Fills elements that follow each other, by the bits of one word. */
  private void writeWord(
      float[] out, int at, long bits, int element, int sampleSize, long[] words2) {
    if (value instanceof FillValue.Noise noise) {
      writeNoise(noise, out, at, bits, element, sampleSize, words2);
      return;
    }
    float constant = ((FillValue.Constant) value).value();
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      out[at + Long.numberOfTrailingZeros(rest)] = constant;
    }
  }

  /** Fills elements with noise, sample by sample. */
  private void writeNoise(
      FillValue.Noise noise,
      float[] out,
      int at,
      long bits,
      int element,
      int sampleSize,
      long[] words2) {
    long rest = bits;
    for (int i = 0; rest != 0; ) {
      int sample = (element + i) / sampleSize;
      int inSample = element + i - sample * sampleSize;
      int count = Math.min(Long.SIZE, sampleSize - inSample);
      GaussianNoise.write(
          out,
          at + i,
          rest & Bits.ones(count),
          noise.mean(),
          noise.standardDeviation(),
          seed,
          step,
          firstSample + sample,
          inSample,
          words2);
      rest = count == Long.SIZE ? 0 : rest >>> count;
      i += count;
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
