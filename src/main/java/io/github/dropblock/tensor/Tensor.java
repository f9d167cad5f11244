package io.github.dropblock.tensor;

import io.github.dropblock.internal.check.Check;
import java.util.Arrays;

/**
 * A row-major float tensor over an array: element {@code i} is {@code data()[offset() + i]}.
 *
 * <p>A tensor wraps its array and copies it only where the method says so. It does no locking.
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
   * @param shape the shape; its size is the array's length
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
   * Wraps an array as NCHW.
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
   * A new tensor of zeros.
   *
   * @param shape the shape
   * @return a tensor with an array of its own
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public static Tensor zeros(Shape shape) {
    return of(new float[Check.notNull("shape", shape).size()], shape);
  }

  /**
   * A new tensor with one value everywhere.
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
   * Copies the elements.
   *
   * @return a tensor of the same shape with its own array
   */
  public Tensor copy() {
    return new Tensor(Arrays.copyOfRange(data, offset, offset + shape.size()), 0, shape);
  }

  /**
   * Copies the elements into another tensor.
   *
   * @param out a tensor of the same shape, perhaps of the same array; overwritten
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
   * A run of samples, not copied: writes go through to this tensor.
   *
   * @param firstSample the first sample, in [0, n]
   * @param samples how many, in [0, n - firstSample]
   * @return a view of the same array
   * @throws IllegalArgumentException if the run does not lie in the batch
   */
  public Tensor slice(int firstSample, int samples) {
    Check.inRange("firstSample", firstSample, 0, shape.n());
    Check.inRange("samples", samples, 0, shape.n() - firstSample);
    Shape part = shape.withN(samples);
    int sampleSize = shape.c() * shape.planeSize();
    return new Tensor(data, offset + firstSample * sampleSize, part);
  }

  /**
   * Returns the wrapped array, which is longer than the tensor for a {@link #slice}.
   *
   * @return the array itself
   */
  public float[] data() {
    return data;
  }

  /**
   * Returns where the tensor begins in {@link #data}.
   *
   * @return 0 except for a {@link #slice}
   */
  public int offset() {
    return offset;
  }

  /**
   * Returns the shape.
   *
   * @return the shape
   */
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
   * One element.
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

  /**
   * Adds up the elements in double.
   *
   * @return the sum
   */
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
   * Number of elements that are +0.0 or -0.0.
   *
   * @return the count
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
   * Tolerant equality.
   *
   * @param other another tensor
   * @param tolerance the largest absolute difference, at least 0
   * @return whether the shapes are equal and each pair of elements differs by at most {@code
   *     tolerance}; two NaN count as equal, as do two infinities of one sign
   * @throws IllegalArgumentException if {@code other} is null, or {@code tolerance} negative or NaN
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
   * Exact equality: the same shape and, element by element, the same value as {@link Float#compare}
   * sees it (NaN equals NaN; +0.0 differs from -0.0).
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor t
        && shape.equals(t.shape)
        && Arrays.equals(
            data, offset, offset + shape.size(), t.data, t.offset, t.offset + shape.size());
  }

  /** Agrees with {@link #equals}; it changes when an element does. */
  @Override
  public int hashCode() {
    int hash = shape.hashCode();
    for (int i = offset; i < offset + shape.size(); i++) {
      hash = 31 * hash + Float.hashCode(data[i]);
    }
    return hash;
  }

  /** The shape, then the first few elements. */
  @Override
  public String toString() {
    return TensorText.of(this);
  }
}
