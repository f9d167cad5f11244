package io.github.dropblock.tensor;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.SerialProxy;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * Layout and extents of a row-major tensor: NC (dense layers), NCW (1-D maps), NCHW (2-D maps) or
 * NCDHW (3-D maps).
 *
 * <p>N is the batch size and may be 0; C counts channels; D, H and W are the spatial extents. Axes
 * that a layout does not have are of extent 1. A <em>plane</em> is the spatial part of one channel
 * of one sample. The number of elements is at most {@link Integer#MAX_VALUE}, as in a Java array.
 *
 * <p>Immutable. Java serialization writes the extents.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public final class Shape implements Serializable {
  private static final int MIN_RANK = 2;
  private static final int MAX_RANK = 5;

  private final int rank;
  private final int n;
  private final int c;
  private final int d;
  private final int h;
  private final int w;
  private final int size;

  private Shape(int rank, int n, int c, int d, int h, int w) {
    this.rank = rank;
    this.n = Check.atLeast("n", n, 0);
    this.c = Check.atLeast("c", c, 1);
    this.d = Check.atLeast("d", d, 1);
    this.h = Check.atLeast("h", h, 1);
    this.w = Check.atLeast("w", w, 1);
    this.size = sizeOf(n, c, d, h, w);
  }

  /**
   * Creates a shape from its extents, in the order of {@link #extents}.
   *
   * @param extents n and c, followed by those of d, h and w that the layout has: 2 extents for NC,
   *     3 for NCW, 4 for NCHW, 5 for NCDHW; not modified
   * @return the shape
   * @throws IllegalArgumentException if {@code extents} is null, their number or one of them is out
   *     of range, or the size exceeds {@link Integer#MAX_VALUE}
   */
  public static Shape of(int... extents) {
    Check.notNull("extents", extents);
    int rank = Check.inRange("extents.length", extents.length, MIN_RANK, MAX_RANK);
    int[] spatial = {1, 1, 1};
    int axes = rank - MIN_RANK;
    System.arraycopy(extents, MIN_RANK, spatial, spatial.length - axes, axes);
    return new Shape(rank, extents[0], extents[1], spatial[0], spatial[1], spatial[2]);
  }

  /**
   * Creates the shape of a batch of vectors, the input of dense layers. Each channel is a plane of
   * one element.
   *
   * @param n batch size, at least 0
   * @param c channels (features), at least 1
   * @return the shape
   * @throws IllegalArgumentException if an extent is out of range or the size exceeds {@link
   *     Integer#MAX_VALUE}
   */
  public static Shape nc(int n, int c) {
    return new Shape(2, n, c, 1, 1, 1);
  }

  /**
   * Creates the shape of a batch of 1-D maps.
   *
   * @param n batch size, at least 0
   * @param c channels, at least 1
   * @param w width, at least 1
   * @return the shape
   * @throws IllegalArgumentException if an extent is out of range or the size exceeds {@link
   *     Integer#MAX_VALUE}
   */
  public static Shape ncw(int n, int c, int w) {
    return new Shape(3, n, c, 1, 1, w);
  }

  /**
   * Creates the shape of a batch of 2-D maps.
   *
   * @param n batch size, at least 0
   * @param c channels, at least 1
   * @param h height, at least 1
   * @param w width, at least 1
   * @return the shape
   * @throws IllegalArgumentException if an extent is out of range or the size exceeds {@link
   *     Integer#MAX_VALUE}
   */
  public static Shape nchw(int n, int c, int h, int w) {
    return new Shape(4, n, c, 1, h, w);
  }

  /**
   * Creates the shape of a batch of 3-D maps.
   *
   * @param n batch size, at least 0
   * @param c channels, at least 1
   * @param d depth, at least 1
   * @param h height, at least 1
   * @param w width, at least 1
   * @return the shape
   * @throws IllegalArgumentException if an extent is out of range or the size exceeds {@link
   *     Integer#MAX_VALUE}
   */
  public static Shape ncdhw(int n, int c, int d, int h, int w) {
    return new Shape(5, n, c, d, h, w);
  }

  private static int sizeOf(int n, int c, int d, int h, int w) {
    try {
      // The batch size comes last, since a batch of 0 must not hide a sample that is too large.
      int sample = Math.multiplyExact(Math.multiplyExact(Math.multiplyExact(c, d), h), w);
      return Math.multiplyExact(n, sample);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "size must be at most "
              + Integer.MAX_VALUE
              + ": "
              + String.join(" x ", "" + n, "" + c, "" + d, "" + h, "" + w)
              + " (n, c, d, h, w)",
          e);
    }
  }

  /**
   * Returns a shape that differs only in the batch size.
   *
   * @param samples the new n, at least 0
   * @return the shape
   * @throws IllegalArgumentException if {@code samples} is negative or the size exceeds {@link
   *     Integer#MAX_VALUE}
   */
  public Shape withN(int samples) {
    return new Shape(rank, samples, c, d, h, w);
  }

  /**
   * Returns a shape that differs only in the number of channels.
   *
   * @param channels the new c, at least 1
   * @return the shape
   * @throws IllegalArgumentException if {@code channels} is less than 1 or the size exceeds {@link
   *     Integer#MAX_VALUE}
   */
  public Shape withC(int channels) {
    return new Shape(rank, n, channels, d, h, w);
  }

  /**
   * Tells whether two shapes have the same layout and the same extents except for N.
   *
   * @param other another shape
   * @return true if samples of both have the same shape
   */
  public boolean sameSample(Shape other) {
    return rank == other.rank && c == other.c && d == other.d && h == other.h && w == other.w;
  }

  /** {@return the batch size N, at least 0} */
  public int n() {
    return n;
  }

  /** {@return the number of channels C, at least 1} */
  public int c() {
    return c;
  }

  /** {@return the depth D, at least 1; 1 for all layouts but NCDHW} */
  public int d() {
    return d;
  }

  /** {@return the height H, at least 1; 1 for NC and NCW} */
  public int h() {
    return h;
  }

  /** {@return the width W, at least 1; 1 for NC} */
  public int w() {
    return w;
  }

  /** {@return the number of axes: 2 for NC, 3 for NCW, 4 for NCHW, 5 for NCDHW} */
  public int rank() {
    return rank;
  }

  /**
   * Returns the extents of the axes that the layout has, outermost first.
   *
   * @return a new array of {@link #rank} extents, which {@link #of} accepts
   */
  public int[] extents() {
    int[] all = {n, c, d, h, w};
    int[] extents = {n, c, 0, 0, 0};
    int axes = rank - MIN_RANK;
    System.arraycopy(all, all.length - axes, extents, MIN_RANK, axes);
    return Arrays.copyOf(extents, rank);
  }

  /** {@return the number of elements: N * C * D * H * W} */
  public int size() {
    return size;
  }

  /** {@return the number of planes: N * C} */
  public int planes() {
    return n * c;
  }

  /** {@return the number of elements of one plane: D * H * W} */
  public int planeSize() {
    return d * h * w;
  }

  /**
   * Returns the position of an element in row-major order.
   *
   * @param sample in [0, n)
   * @param channel in [0, c)
   * @param z in [0, d)
   * @param y in [0, h)
   * @param x in [0, w)
   * @return the position in [0, size)
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public int indexOf(int sample, int channel, int z, int y, int x) {
    Check.index("n", sample, n);
    Check.index("c", channel, c);
    Check.index("d", z, d);
    Check.index("h", y, h);
    Check.index("w", x, w);
    return (((sample * c + channel) * d + z) * h + y) * w + x;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape s && n == s.n && sameSample(s);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rank, n, c, d, h, w);
  }

  /** Returns the layout and the extents, such as {@code NCHW(32, 256, 14, 14)}. */
  @Override
  public String toString() {
    String layout = "NC" + "DHW".substring(MAX_RANK - rank);
    return layout + Arrays.toString(extents()).replace('[', '(').replace(']', ')');
  }

  @Serial
  private Object writeReplace() throws NotSerializableException {
    return new SavedShape(this);
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialProxy.refusal(Shape.class);
  }
}
