package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * What a regularizer kept, and how to apply it: {@code y = kept ? x * scale : +0.0}.
 *
 * <p>One bit an element. A dropped position is written, not multiplied: NaN and infinity in the
 * input do not leak through it. Kept positions propagate them. The scale is size / kept (the paper,
 * algorithm 1), and 0 if nothing is kept.
 *
 * <p>Safe for use by many threads, and immutable unless it is given to {@link
 * DropBlock#sampleInto(DropMask, long)}.
 *
 * @since 0.1.0
 */
public final class DropMask {
  private final Kernels kernels = KernelSelector.kernels();
  private final Shape shape;
  private final Threads threads;
  private final long[] dropped;
  private long keptCount;
  private float scale;

  /** A mask that is to be drawn. */
  DropMask(Shape shape, Threads threads) {
    this.shape = shape;
    this.threads = threads;
    this.dropped = new long[Bits.words(shape.size())];
  }

  /** The bits, all zero, to be drawn anew. */
  long[] cleared() {
    Arrays.fill(dropped, 0);
    return dropped;
  }

  /** The bits are drawn. */
  void drawn(long droppedCount) {
    keptCount = shape.size() - droppedCount;
    scale = scale(shape.size(), keptCount);
  }

  private static float scale(long size, long kept) {
    if (kept == size) {
      return 1f; // Also for an empty mask.
    }
    return kept == 0 ? 0f : (float) ((double) size / kept);
  }

  /**
   * Applies the mask.
   *
   * @param x a tensor of the mask's shape; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null or of another shape
   */
  public Tensor apply(Tensor x) {
    checkShape("x", x);
    return applied(x);
  }

  /**
   * Applies the mask into a tensor.
   *
   * @param x a tensor of the mask's shape; not modified unless it is {@code out}
   * @param out a tensor of the mask's shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null or of another shape, or if the two overlap
   *     in one array without being the same run; then nothing is modified
   */
  public Tensor apply(Tensor x, Tensor out) {
    checkShape("x", x);
    checkShape("out", out);
    if (x.data() == out.data()
        && x.offset() != out.offset()
        && Math.abs((long) x.offset() - out.offset()) < shape.size()) {
      throw new IllegalArgumentException(
          "x and out must not overlap: offsets " + x.offset() + " and " + out.offset());
    }
    applyChecked(x, out);
    return out;
  }

  /**
   * Applies the mask in place.
   *
   * @param x a tensor of the mask's shape; overwritten
   * @return {@code x}
   * @throws IllegalArgumentException if {@code x} is null or of another shape; then nothing is
   *     modified
   */
  public Tensor applyInPlace(Tensor x) {
    return apply(x, x);
  }

  /**
   * The gradient of the input: {@code dx = kept ? dy * scale : 0}. The mask is a linear map and its
   * own adjoint, so this is {@link #apply(Tensor)}.
   *
   * @param dy the gradient of the output, of the mask's shape; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape
   */
  public Tensor backward(Tensor dy) {
    checkShape("dy", dy);
    return applied(dy);
  }

  private Tensor applied(Tensor x) {
    Tensor out = Tensor.zeros(shape);
    applyChecked(x, out);
    return out;
  }

  private void applyChecked(Tensor x, Tensor out) {
    int parts = threads.parts(shape.size());
    if (parts == 1) {
      applyRange(x, out, 0, shape.size());
      return;
    }
    int words = dropped.length;
    threads.sum(
        parts,
        i -> {
          int from = (int) ((long) words * i / parts) << 6;
          int to = i + 1 < parts ? (int) ((long) words * (i + 1) / parts) << 6 : shape.size();
          applyRange(x, out, from, to);
          return 0;
        });
  }

  private void applyRange(Tensor x, Tensor out, int from, int to) {
    int in = x.offset() + from;
    int at = out.offset() + from;
    if (keptCount < shape.size()) {
      kernels.applyMask(x.data(), in, out.data(), at, to - from, dropped, from, scale);
    } else {
      // Not a product with 1, so that even the payload of a NaN stays.
      System.arraycopy(x.data(), in, out.data(), at, to - from);
    }
  }

  /**
   * Applies the mask in place to the elements between a buffer's position and its limit. The
   * position does not move.
   *
   * @param x a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  public void applyInPlace(FloatBuffer x) {
    BufferPasses.checkWritable("x", x, shape);
    applyChecked(x, x);
  }

  /**
   * Applies the mask to the elements between a buffer's position and its limit. Positions do not
   * move. The buffers may be the same, but must not overlap otherwise.
   *
   * @param in a buffer with exactly the mask's size remaining; not modified unless it is {@code
   *     out}
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if a buffer is null or of another size, or {@code out}
   *     read-only; then nothing is modified
   */
  public void apply(FloatBuffer in, FloatBuffer out) {
    BufferPasses.checkSize("in", in, shape);
    BufferPasses.checkWritable("out", out, shape);
    applyChecked(in, out);
  }

  private void applyChecked(FloatBuffer in, FloatBuffer out) {
    if (keptCount < shape.size()) {
      BufferPasses.apply(kernels, in, out, dropped, scale);
    } else {
      BufferPasses.copy(in, out);
    }
  }

  /**
   * Writes the factor of each element, 0 or the scale: for engines that multiply by themselves. The
   * position does not move.
   *
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  public void writeMultipliers(FloatBuffer out) {
    BufferPasses.checkWritable("out", out, shape);
    BufferPasses.writeMultipliers(kernels, out, dropped, scale);
  }

  /**
   * The mask as numbers: 1 where kept, 0 where dropped.
   *
   * @return a new tensor
   */
  public Tensor toTensor() {
    Tensor out = Tensor.zeros(shape);
    kernels.writeMultipliers(out.data(), 0, shape.size(), dropped, 0, 1f);
    return out;
  }

  /**
   * The number of kept positions.
   *
   * @return a count in [0, size]
   */
  public long keptCount() {
    return keptCount;
  }

  /**
   * The realized kept fraction.
   *
   * @return kept / size; 1 for an empty mask
   */
  public double keptFraction() {
    return shape.size() == 0 ? 1 : (double) keptCount / shape.size();
  }

  /**
   * What kept positions are multiplied by.
   *
   * @return size / kept, rounded to float; 0 if nothing is kept, 1 for an empty mask
   */
  public float scale() {
    return scale;
  }

  /**
   * Whether a position of an NCHW or, with h = 0, NCW mask is kept.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if kept, false if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public boolean isKept(int n, int c, int h, int w) {
    return isKept(n, c, 0, h, w);
  }

  /**
   * Whether a position is kept.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if kept, false if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public boolean isKept(int n, int c, int d, int h, int w) {
    return !Bits.get(dropped, shape.indexOf(n, c, d, h, w));
  }

  /**
   * The shape of the tensors that the mask is for.
   *
   * @return the shape
   */
  public Shape shape() {
    return shape;
  }

  private void checkShape(String name, Tensor tensor) {
    Check.notNull(name, tensor);
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          name + " must have the mask's shape " + shape + ": " + tensor.shape());
    }
  }

  /** The shape, the kept count and the scale. */
  @Override
  public String toString() {
    return "DropMask[" + shape + ", kept " + keptCount + ", scale " + scale + "]";
  }
}
