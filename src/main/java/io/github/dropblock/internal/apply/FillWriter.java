package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.ElementNoise;
import java.util.function.IntUnaryOperator;

/**
 * Writer of a fill: sets dropped elements, and adds the shift to kept ones if there is one. Noise
 * is keyed by the mask's seed, step and first sample.
 */
public final class FillWriter {
  private final MaskLayout layout;
  private FillValue value = FillValue.Constant.ZERO;
  private long seed;
  private long step;
  private long firstSample;

  FillWriter(MaskLayout layout) {
    this.layout = layout;
  }

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

  /** Tells whether the fill does more than the kernels, which write zero to dropped elements. */
  public boolean needed() {
    // Not equals(), whose first call on a record takes as long as a small mask.
    return !(value instanceof FillValue.Constant c)
        || Float.floatToIntBits(c.value()) != 0
        || c.shift() != 0;
  }

  /** Tells whether another fill writes the same values. For noise, that takes the same key. */
  public boolean writesAs(FillWriter other) {
    boolean sameKey = seed == other.seed && step == other.step && firstSample == other.firstSample;
    return value.equals(other.value) && (sameKey || !(value instanceof FillValue.Noise));
  }

  /**
   * Fills the elements of a run whose bit is set, and shifts the others.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param element the run's first element in the tensor
   * @param words2 a work array of two words
   */
  void write(float[] out, int at, int length, long[] dropped, int bit, int element, long[] words2) {
    writeKept(out, at, length);
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.read(dropped, bit + i, Math.min(Long.SIZE, length - i));
      writeWord(out, at + i, bits, element + i, words2);
    }
  }

  /**
   * Fills the elements whose bit is set, and shifts the others, where they do not follow each other
   * in the tensor.
   *
   * <p>Modified: {@code out}, {@code words2}.
   *
   * @param elements tells which element of the tensor each element of the run is
   * @param words2 a work array of two words
   */
  void write(
      float[] out,
      int at,
      int length,
      long[] dropped,
      int bit,
      IntUnaryOperator elements,
      long[] words2) {
    writeKept(out, at, length);
    boolean isConstant = value instanceof FillValue.Constant;
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.read(dropped, bit + i, Math.min(Long.SIZE, length - i));
      for (; bits != 0; bits &= bits - 1) {
        int k = i + Long.numberOfTrailingZeros(bits);
        out[at + k] = value(isConstant ? 0 : elements.applyAsInt(k), words2);
      }
    }
  }

  /** Fills a whole run of dropped elements. */
  void writeAll(float[] out, int at, int length, int element, long[] words2) {
    for (int i = 0; i < length; i += Long.SIZE) {
      long bits = Bits.ones(Math.min(Long.SIZE, length - i));
      writeWord(out, at + i, bits, element + i, words2);
    }
  }

  /** Shifts a whole run of kept elements, or of some that are filled later. */
  void writeKept(float[] out, int at, int length) {
    float shift = value.shift();
    if (shift != 0) {
      for (int i = at; i < at + length; i++) {
        out[i] += shift;
      }
    }
  }

  /** Fills elements that follow each other, by the bits of one word. */
  private void writeWord(float[] out, int at, long bits, int element, long[] words2) {
    if (value instanceof FillValue.Constant constant) {
      writeConstant(out, at, bits, constant.value());
      return;
    }
    boolean isNoise = value instanceof FillValue.Noise;
    int stretch = isNoise ? layout.sampleSize() : layout.planeSize();
    long rest = bits;
    for (int i = 0; rest != 0; ) {
      int number = (element + i) / stretch;
      int within = element + i - number * stretch;
      int count = Math.min(Long.SIZE, stretch - within);
      writeStretch(out, at + i, rest & Bits.ones(count), number, within, words2);
      rest = count == Long.SIZE ? 0 : rest >>> count;
      i += count;
    }
  }

  /** Fills elements of one sample with noise, or those of one plane with its value. */
  private void writeStretch(float[] out, int at, long bits, int number, int within, long[] words2) {
    if (value instanceof FillValue.Noise noise) {
      ElementNoise.write(
          out, at, bits, noise.distribution(), seed, step, firstSample + number, within, words2);
    } else {
      FillValue.PerChannel perChannel = (FillValue.PerChannel) value;
      writeConstant(out, at, bits, perChannel.value(number % perChannel.channels()));
    }
  }

  private static void writeConstant(float[] out, int at, long bits, float constant) {
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      out[at + Long.numberOfTrailingZeros(rest)] = constant;
    }
  }

  private float value(int element, long[] words2) {
    if (value instanceof FillValue.Constant constant) {
      return constant.value();
    }
    if (value instanceof FillValue.PerChannel perChannel) {
      return perChannel.value(element / layout.planeSize() % perChannel.channels());
    }
    int sample = element / layout.sampleSize();
    int inSample = element - sample * layout.sampleSize();
    return ElementNoise.value(
        ((FillValue.Noise) value).distribution(),
        seed,
        step,
        firstSample + sample,
        inSample,
        words2);
  }
}
