package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.random.NoiseDistribution;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/** What is written to dropped elements, and what is added to kept ones. */
public sealed interface FillValue {
  /** Returns what is added to kept elements after their product with the scale. */
  default float shift() {
    return 0f;
  }

  /**
   * Checks that the value suits tensors of a shape.
   *
   * @throws IllegalArgumentException if it does not
   */
  default void check(Shape shape) {}

  /** One value for all elements, and a number that is added to kept ones. */
  record Constant(float value, float shift) implements FillValue {
    /** Zero, which the kernels write by themselves. */
    public static final Constant ZERO = new Constant(0f, 0f);

    /** Takes the shift -0, which adds nothing either, as 0. */
    public Constant {
      shift = shift == 0 ? 0f : shift;
    }
  }

  /** Noise, independent for each element. */
  record Noise(NoiseDistribution distribution) implements FillValue {}

  /** One value for all elements of a channel. */
  final class PerChannel implements FillValue {
    private final float[] values;

    /** Copies the values. */
    public PerChannel(float... values) {
      this.values = values.clone();
    }

    /** Returns the value of a channel. */
    public float value(int channel) {
      return values[channel];
    }

    /** Returns the number of channels. */
    public int channels() {
      return values.length;
    }

    @Override
    public void check(Shape shape) {
      if (shape.c() != values.length) {
        throw new IllegalArgumentException(
            "fill must have a value for each of " + shape.c() + " channels: " + values.length);
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof PerChannel p && Arrays.equals(values, p.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }

    /** Returns the values, separated by commas. */
    @Override
    public String toString() {
      String list = Arrays.toString(values);
      return list.substring(1, list.length() - 1);
    }
  }
}
