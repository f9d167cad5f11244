package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;

/**
 * The size of a block: a fixed number of positions along each axis, or a share of the map.
 *
 * <p>A block that is longer than the map is cut to it, axis by axis; so {@code square(7)} serves
 * NCW, NCHW and NCDHW maps alike. Even sizes are as good as odd ones.
 *
 * <p>Immutable. Sizes are equal if they give the same lengths on each map by the same rule; {@code
 * toString} shows the call that makes one.
 *
 * @since 0.1.0
 */
public sealed interface BlockSize permits BlockPositions, BlockRatio {
  /**
   * Sets the same length along each axis (the paper's block_size).
   *
   * @param size positions, at least 1
   * @return the block size
   * @throws IllegalArgumentException if {@code size} is less than 1
   */
  static BlockSize square(int size) {
    return new BlockPositions(Check.atLeast("blockSize", size, 1), size, size);
  }

  /**
   * Sets the lengths of a rectangle.
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
   * Sets the lengths of a cuboid.
   *
   * @param depth positions along D, at least 1
   * @param height positions along H, at least 1
   * @param width positions along W, at least 1
   * @return the block size
   * @throws IllegalArgumentException if a length is less than 1
   */
  static BlockSize of(int depth, int height, int width) {
    return new BlockPositions(depth, height, width);
  }

  /**
   * Sets a share of the map along each axis, rounded to the nearest length, at least 1.
   *
   * @param ratio block length / map length, in (0, 1]
   * @return the block size
   * @throws IllegalArgumentException if {@code ratio} is out of range
   */
  static BlockSize ratio(double ratio) {
    return new BlockRatio(ratio);
  }

  /**
   * Returns the length along D on a map.
   *
   * @param shape the shape of the tensor
   * @return a number of positions in [1, shape.d()]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  int depthOn(Shape shape);

  /**
   * Returns the length along H on a map.
   *
   * @param shape the shape of the tensor
   * @return a number of positions in [1, shape.h()]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  int heightOn(Shape shape);

  /**
   * Returns the length along W on a map.
   *
   * @param shape the shape of the tensor
   * @return a number of positions in [1, shape.w()]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  int widthOn(Shape shape);
}
