package io.github.dropblock.tensor;

import io.github.dropblock.internal.check.Check;
import java.util.Objects;

/**
 * The extents of a row-major tensor: NCW (1-D maps), NCHW (2-D) or NCDHW (3-D).
 *
 * <p>N is the batch size and may be 0; C counts channels; D, H and W are the spatial extents. An
 * axis that a layout lacks has extent 1. A <em>plane</em> is the spatial part of one channel of one
 * sample. The number of elements fits an {@code int}, as a Java array's length does.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class Shape {
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
   * A batch of 1-D maps.
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
   * A batch of 2-D maps.
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
   * A batch of 3-D maps.
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
      // The other axes first: a batch of 0 must not hide a sample that is too large.
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
   * The same layout and extents with another batch size.
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
   * Returns the same layout and extents with another number of channels.
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
   * Whether samples of both shapes are alike: the same layout and extents but for N.
   *
   * @param other another shape
   * @return true if so
   */
  public boolean sameSample(Shape other) {
    return rank == other.rank && c == other.c && d == other.d && h == other.h && w == other.w;
  }

  /**
   * Batch size.
   *
   * @return N, at least 0
   */
  public int n() {
    return n;
  }

  /**
   * Channels.
   *
   * @return C, at least 1
   */
  public int c() {
    return c;
  }

  /**
   * Depth.
   *
   * @return D, 1 for NCW and NCHW
   */
  public int d() {
    return d;
  }

  /**
   * Height.
   *
   * @return H, 1 for NCW
   */
  public int h() {
    return h;
  }

  /**
   * Width.
   *
   * @return W, at least 1
   */
  public int w() {
    return w;
  }

  /**
   * Number of axes.
   *
   * @return 3 for NCW, 4 for NCHW, 5 for NCDHW
   */
  public int rank() {
    return rank;
  }

  /**
   * Number of elements.
   *
   * @return N * C * D * H * W
   */
  public int size() {
    return size;
  }

  /**
   * Number of planes.
   *
   * @return N * C
   */
  public int planes() {
    return n * c;
  }

  /**
   * Number of elements of one plane.
   *
   * @return D * H * W
   */
  public int planeSize() {
    return d * h * w;
  }

  /**
   * Position of an element in row-major order.
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

  /** The layout and the extents, such as {@code NCHW(32, 256, 14, 14)}. */
  @Override
  public String toString() {
    return switch (rank) {
      case 3 -> "NCW(" + n + ", " + c + ", " + w + ")";
      case 4 -> "NCHW(" + n + ", " + c + ", " + h + ", " + w + ")";
      default -> "NCDHW(" + n + ", " + c + ", " + d + ", " + h + ", " + w + ")";
    };
  }
}
