package io.github.dropblock;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;

/**
 * Mask of one sample while a {@link MaskFunction} draws it. At first it keeps everything.
 *
 * <p>If channels share a mask, it has one channel. If samples share a mask, it is drawn once, with
 * sample index 0. A position may be dropped more than once.
 *
 * @since 0.1.0
 */
public final class SampleMask {
  private final Shape shape;
  private final double keepProb;
  private final long step;
  private final long sample;
  private final MaskRandom random;
  private final int firstBit;
  private final long[] dropped;
  private boolean finished;
  private long count;

  SampleMask(
      Shape shape, double keepProb, long seed, long step, long sample, long[] dropped, int bit) {
    this.shape = shape;
    this.keepProb = keepProb;
    this.step = step;
    this.sample = sample;
    this.random = MaskRandom.of(seed, step, sample);
    this.dropped = dropped;
    this.firstBit = bit;
  }

  /** Ends the drawing, so that a reference kept by the function can change nothing. */
  long finish() {
    finished = true;
    return count;
  }

  /** {@return the shape of the sample; N is 1, and C is 1 if channels share the mask} */
  public Shape shape() {
    return shape;
  }

  /** {@return the keepProb of the regularizer or of its schedule, in [0, 1]} */
  public double keepProb() {
    return keepProb;
  }

  /** {@return the training step, at least 0} */
  public long step() {
    return step;
  }

  /** {@return the sample's index in the whole batch; 0 if all samples share the mask} */
  public long sample() {
    return sample;
  }

  /** {@return the random numbers of this seed, step and sample} */
  public MaskRandom random() {
    return random;
  }

  /**
   * Drops one position of a 2-D map or, with h = 0, of a 1-D map.
   *
   * @param c in [0, C)
   * @param h in [0, H)
   * @param w in [0, W)
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public void drop(int c, int h, int w) {
    drop(c, 0, h, w);
  }

  /**
   * Drops one position.
   *
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public void drop(int c, int d, int h, int w) {
    set(shape.indexOf(0, c, d, h, w), 1);
  }

  /**
   * Drops consecutive positions in row-major order: channel, depth, row, column.
   *
   * @param from the first position, in [0, size]
   * @param length the number of positions, in [0, size - from]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public void dropRun(int from, int length) {
    Check.inRange("from", from, 0, shape.size());
    Check.inRange("length", length, 0, shape.size() - from);
    set(from, length);
  }

  /**
   * Drops a block of one channel, cut at the edges of the map.
   *
   * @param c in [0, C)
   * @param d the block's first layer; may be negative
   * @param h the block's first row; may be negative
   * @param w the block's first column; may be negative
   * @param depth number of layers, at least 0
   * @param height number of rows, at least 0
   * @param width number of columns, at least 0
   * @throws IndexOutOfBoundsException if {@code c} is out of range
   * @throws IllegalArgumentException if a length is negative
   */
  public void dropBlock(int c, int d, int h, int w, int depth, int height, int width) {
    checkDrawing();
    Check.index("c", c, shape.c());
    int lastLayer = end("depth", d, depth, shape.d());
    int lastRow = end("height", h, height, shape.h());
    int left = Math.max(w, 0);
    int run = end("width", w, width, shape.w()) - left;
    for (int z = Math.max(d, 0); z < lastLayer && run > 0; z++) {
      for (int y = Math.max(h, 0); y < lastRow; y++) {
        set(shape.indexOf(0, c, z, y, left), run);
      }
    }
  }

  private static int end(String name, int first, int length, int extent) {
    Check.atLeast(name, length, 0);
    return (int) Math.min((long) first + length, extent);
  }

  /**
   * Tells whether a position has been dropped so far.
   *
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public boolean isDropped(int c, int d, int h, int w) {
    checkDrawing();
    return Bits.get(dropped, firstBit + shape.indexOf(0, c, d, h, w));
  }

  private void set(int position, int length) {
    checkDrawing();
    count += Bits.set(dropped, firstBit + position, length);
  }

  private void checkDrawing() {
    if (finished) {
      throw new IllegalStateException("the sample's mask is drawn: it must not be kept for later");
    }
  }
}
