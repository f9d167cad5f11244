package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;

/**
 * The size of a block: a fixed number of positions along each axis, or a share of the map.
 *
 * <p>A block that is longer than the map is cut to it, axis by axis; so {@code square(7)} serves
 * NCW, NCHW and NCDHW maps alike. Even sizes are as good as odd ones.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public sealed interface BlockSize {
  /**
   * The same length along each axis (the paper's block_size).
   *
   * @param size positions, at least 1
   * @return the block size
   * @throws IllegalArgumentException if {@code size} is less than 1
   */
  static BlockSize square(int size) {
    return new Positions(Check.atLeast("blockSize", size, 1), size, size);
  }

  /**
   * A rectangle.
   *
   * @param height positions along H, at least 1
   * @param width positions along W, at least 1
   * @return the block size; its depth is 1
   * @throws IllegalArgumentException if a length is less than 1
   */
  static BlockSize of(int height, int width) {
    return of(1, height, width);
  }

  /**
   * A cuboid.
   *
   * @param depth positions along D, at least 1
   * @param height positions along H, at least 1
   * @param width positions along W, at least 1
   * @return the block size
   * @throws IllegalArgumentException if a length is less than 1
   */
  static BlockSize of(int depth, int height, int width) {
    return new Positions(depth, height, width);
  }

  /**
   * A share of the map along each axis, rounded to the nearest length, at least 1.
   *
   * @param ratio block length / map length, in (0, 1]
   * @return the block size
   * @throws IllegalArgumentException if {@code ratio} is out of range
   */
  static BlockSize ratio(double ratio) {
    return new Ratio(ratio);
  }

  /**
   * The lengths on a map.
   *
   * @param shape the shape of the tensor
   * @return the lengths along D, H and W, each in [1, the map's extent]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  Positions on(Shape shape);

  /**
   * Lengths in positions, each at least 1.
   *
   * @param depth positions along D
   * @param height positions along H
   * @param width positions along W
   */
  record Positions(int depth, int height, int width) implements BlockSize {
    /**
     * Checks the lengths.
     *
     * @param depth positions along D
     * @param height positions along H
     * @param width positions along W
     * @throws IllegalArgumentException if a length is less than 1
     */
    public Positions {
      Check.atLeast("blockSize depth", depth, 1);
      Check.atLeast("blockSize height", height, 1);
      Check.atLeast("blockSize width", width, 1);
    }

    @Override
    public Positions on(Shape shape) {
      Check.notNull("shape", shape);
      return new Positions(
          Math.min(depth, shape.d()), Math.min(height, shape.h()), Math.min(width, shape.w()));
    }
  }

  /**
   * Lengths relative to the map.
   *
   * @param ratio block length / map length, in (0, 1]
   */
  record Ratio(double ratio) implements BlockSize {
    /**
     * Checks the ratio.
     *
     * @param ratio block length / map length
     * @throws IllegalArgumentException if {@code ratio} is out of range
     */
    public Ratio {
      if (!(ratio > 0 && ratio <= 1)) {
        throw new IllegalArgumentException("blockSize ratio must be in (0, 1]: " + ratio);
      }
    }

    @Override
    public Positions on(Shape shape) {
      Check.notNull("shape", shape);
      return new Positions(lengthOn(shape.d()), lengthOn(shape.h()), lengthOn(shape.w()));
    }

    private int lengthOn(int extent) {
      return (int) Math.max(1, Math.round(ratio * extent));
    }
  }
}
