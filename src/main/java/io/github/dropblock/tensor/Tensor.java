package io.github.dropblock.tensor;

import io.github.dropblock.internal.check.Check;
import java.util.Arrays;

/**
 * Row-major float tensor in an array: element {@code i} is {@code data()[offset() + i]}.
 *
 * <p>A tensor wraps its array. Only the methods that say so copy it. Tensors are mutable and do no
 * locking.
 *
 * @since 0.1.0
 */
public final class Tensor {
  private final float[] data;
  private final int offset;
  private final Shape shape;

  private Tensor(float[] data, int offset, Shape shape) {
    this.data = data;
    this.offset = offset;
    this.shape = shape;
  }

  /**
   * Wraps an array.
   *
   * @param data the elements in row-major order, not copied
   * @param shape the shape, whose size is the array's length
   * @return a tensor that reads and writes {@code data}
   * @throws IllegalArgumentException if an argument is null or the length is not the shape's size
   */
  public static Tensor of(float[] data, Shape shape) {
    Check.notNull("data", data);
    Check.notNull("shape", shape);
    if (data.length != shape.size()) {
      throw new IllegalArgumentException(
          "data.length must be " + shape.size() + " for " + shape + ": " + data.length);
    }
    return new Tensor(data, 0, shape);
  }

  /**
   * Wraps an array as an NCHW tensor.
   *
   * @param data the elements in row-major order, not copied
   * @param n batch size, at least 0
   * @param c channels, at least 1
   * @param h height, at least 1
   * @param w width, at least 1
   * @return a tensor that reads and writes {@code data}
   * @throws IllegalArgumentException if an extent is out of range or the length is not their
   *     product
   */
  public static Tensor of(float[] data, int n, int c, int h, int w) {
    return of(data, Shape.nchw(n, c, h, w));
  }

  /**
   * Creates a tensor of zeros.
   *
   * @param shape the shape
   * @return a tensor with an array of its own
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public static Tensor zeros(Shape shape) {
    return of(new float[Check.notNull("shape", shape).size()], shape);
  }

  /**
   * Creates a tensor whose elements all have the same value.
   *
   * @param shape the shape
   * @param value the value of each element
   * @return a tensor with an array of its own
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public static Tensor full(Shape shape, float value) {
    Tensor t = zeros(shape);
    Arrays.fill(t.data, value);
    return t;
  }

  /**
   * Copies the tensor.
   *
   * @return a tensor of the same shape with an array of its own
   */
  public Tensor copy() {
    return new Tensor(Arrays.copyOfRange(data, offset, offset + shape.size()), 0, shape);
  }

  /**
   * Copies the elements into another tensor.
   *
   * @param out a tensor of the same shape, which may share the array; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if {@code out} is null or of another shape
   */
  public Tensor copyTo(Tensor out) {
    Check.notNull("out", out);
    if (!out.shape.equals(shape)) {
      throw new IllegalArgumentException("out must have the shape " + shape + ": " + out.shape);
    }
    System.arraycopy(data, offset, out.data, out.offset, shape.size());
    return out;
  }

  /**
   * Returns a view of consecutive samples. The view shares the array, so writing to it changes this
   * tensor.
   *
   * @param firstSample the first sample, in [0, n]
   * @param samples the number of samples, in [0, n - firstSample]
   * @return a view of the same array
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Tensor slice(int firstSample, int samples) {
    Check.inRange("firstSample", firstSample, 0, shape.n());
    Check.inRange("samples", samples, 0, shape.n() - firstSample);
    Shape part = shape.withN(samples);
    int sampleSize = shape.c() * shape.planeSize();
    return new Tensor(data, offset + firstSample * sampleSize, part);
  }

  /**
   * Returns the wrapped array. For a {@link #slice} it may be longer than the tensor.
   *
   * @return the array itself
   */
  public float[] data() {
    return data;
  }

  /**
   * Returns the index of the tensor's first element in {@link #data}.
   *
   * @return an index; 0 except for a {@link #slice}
   */
  public int offset() {
    return offset;
  }

  /** {@return the shape} */
  public Shape shape() {
    return shape;
  }

  /**
   * Returns one element of an NCHW tensor, of an NCW tensor with h = 0, or of an NC tensor with h =
   * 0 and w = 0.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return the element
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public float get(int n, int c, int h, int w) {
    return get(n, c, 0, h, w);
  }

  /**
   * Returns one element.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return the element
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public float get(int n, int c, int d, int h, int w) {
    return data[offset + shape.indexOf(n, c, d, h, w)];
  }

  /**
   * Writes one element of an NCHW tensor, of an NCW tensor with h = 0, or of an NC tensor with h =
   * 0 and w = 0.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param h in [0, H)
   * @param w in [0, W)
   * @param value the new value
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public void set(int n, int c, int h, int w, float value) {
    set(n, c, 0, h, w, value);
  }

  /**
   * Writes one element.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @param value the new value
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public void set(int n, int c, int d, int h, int w, float value) {
    data[offset + shape.indexOf(n, c, d, h, w)] = value;
  }

  /** {@return the sum of the elements, added up in double} */
  public double sum() {
    double sum = 0;
    for (int i = offset; i < offset + shape.size(); i++) {
      sum += data[i];
    }
    return sum;
  }

  /**
   * Returns the mean of the elements.
   *
   * @return sum / size; NaN for an empty tensor
   */
  public double mean() {
    return sum() / shape.size();
  }

  /**
   * Counts the elements that are +0.0 or -0.0.
   *
   * @return a count in [0, size]
   */
  public int countZeros() {
    int zeros = 0;
    for (int i = offset; i < offset + shape.size(); i++) {
      if (data[i] == 0) {
        zeros++;
      }
    }
    return zeros;
  }

  /**
   * Compares two tensors with a tolerance.
   *
   * @param other another tensor
   * @param tolerance the largest absolute difference, finite and at least 0
   * @return true if the shapes are equal and each pair of elements differs by at most {@code
   *     tolerance}; two NaN count as equal, as do two infinities of one sign
   * @throws IllegalArgumentException if {@code other} is null, or {@code tolerance} negative,
   *     infinite or NaN
   */
  public boolean equalsWithin(Tensor other, double tolerance) {
    Check.notNull("other", other);
    Check.nonNegative("tolerance", tolerance);
    if (!shape.equals(other.shape)) {
      return false;
    }
    for (int i = 0; i < shape.size(); i++) {
      float a = data[offset + i];
      float b = other.data[other.offset + i];
      if (Float.compare(a, b) != 0 && !(Math.abs((double) a - b) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether another tensor has the same shape and exactly the same elements, by {@link
   * Float#compare}: NaN equals NaN, and +0.0 differs from -0.0.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor t
        && shape.equals(t.shape)
        && Arrays.equals(
            data, offset, offset + shape.size(), t.data, t.offset, t.offset + shape.size());
  }

  /** Returns a hash code that agrees with {@link #equals}. It changes when an element does. */
  @Override
  public int hashCode() {
    int hash = shape.hashCode();
    for (int i = offset; i < offset + shape.size(); i++) {
      hash = 31 * hash + Float.hashCode(data[i]);
    }
    return hash;
  }

  /** Returns the shape and the first few elements. */
  @Override
  public String toString() {
    return TensorText.of(this);
  }
}
