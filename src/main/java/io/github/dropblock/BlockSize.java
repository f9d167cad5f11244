package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.tensor.Shape;
import java.util.Map;
import java.util.Objects;

/**
 * Size of a block: a fixed number of positions along each axis, or a fraction of the map.
 *
 * <p>Along each axis, a block that is longer than the map is cut to the map's length. So {@code
 * square(7)} serves NCW, NCHW and NCDHW maps. Sizes may be even or odd.
 *
 * <p>Immutable. {@code toString} returns the call that creates an equal one.
 *
 * @since 0.1.0
 */
public final class BlockSize {
  private static final String POSITIONS = "positions";
  private static final String RATIO = "ratio";

  private final int depth;
  private final int height;
  private final int width;

  /** Block length / map length; 0 if the lengths are fixed. */
  private final double ratio;

  private BlockSize(int depth, int height, int width, double ratio) {
    this.depth = depth;
    this.height = height;
    this.width = width;
    this.ratio = ratio;
  }

  /**
   * Creates a size with the same length along each axis (the paper's block_size).
   *
   * @param size positions, at least 1
   * @return the block size
   * @throws IllegalArgumentException if {@code size} is less than 1
   */
  public static BlockSize square(int size) {
    return new BlockSize(Check.atLeast("blockSize", size, 1), size, size, 0);
  }

  /**
   * Creates the size of a rectangle.
   *
   * @param height positions along H, at least 1
   * @param width positions along W, at least 1
   * @return the block size; its depth is 1
   * @throws IllegalArgumentException if a length is less than 1
   */
  public static BlockSize of(int height, int width) {
    return of(1, height, width);
  }

  /**
   * Creates the size of a cuboid.
   *
   * @param depth positions along D, at least 1
   * @param height positions along H, at least 1
   * @param width positions along W, at least 1
   * @return the block size
   * @throws IllegalArgumentException if a length is less than 1
   */
  public static BlockSize of(int depth, int height, int width) {
    Check.atLeast("blockSize depth", depth, 1);
    Check.atLeast("blockSize height", height, 1);
    Check.atLeast("blockSize width", width, 1);
    return new BlockSize(depth, height, width, 0);
  }

  /**
   * Creates a size that is a fraction of the map along each axis, rounded to the nearest length, at
   * least 1.
   *
   * @param ratio block length / map length, in (0, 1]
   * @return the block size
   * @throws IllegalArgumentException if {@code ratio} is out of range
   */
  public static BlockSize ratio(double ratio) {
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("blockSize ratio must be in (0, 1]: " + ratio);
    }
    return new BlockSize(0, 0, 0, ratio);
  }

  /**
   * Returns the length of a block along D on a map.
   *
   * @param shape the shape of the tensor
   * @return a number of positions in [1, shape.d()]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public int depthOn(Shape shape) {
    return lengthOn(Check.notNull("shape", shape).d(), depth);
  }

  /**
   * Returns the length of a block along H on a map.
   *
   * @param shape the shape of the tensor
   * @return a number of positions in [1, shape.h()]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public int heightOn(Shape shape) {
    return lengthOn(Check.notNull("shape", shape).h(), height);
  }

  /**
   * Returns the length of a block along W on a map.
   *
   * @param shape the shape of the tensor
   * @return a number of positions in [1, shape.w()]
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public int widthOn(Shape shape) {
    return lengthOn(Check.notNull("shape", shape).w(), width);
  }

  private int lengthOn(int extent, int fixed) {
    return ratio == 0 ? Math.min(fixed, extent) : (int) Math.max(1, Math.round(ratio * extent));
  }

  /** Tells whether this is of the kind of another and at least as long along each axis. */
  boolean isAtLeast(BlockSize other) {
    return (ratio == 0) == (other.ratio == 0)
        && ratio >= other.ratio
        && depth >= other.depth
        && height >= other.height
        && width >= other.width;
  }

  static BlockSize read(MapReader in) {
    String type = in.type();
    BlockSize size =
        switch (type) {
          case POSITIONS -> of(in.integer("depth"), in.integer("height"), in.integer("width"));
          case RATIO -> ratio(in.real("ratio"));
          default -> throw in.unknownType(type);
        };
    in.end();
    return size;
  }

  Map<String, Object> toMap() {
    if (ratio != 0) {
      return MapWriter.of(RATIO).put("ratio", ratio).map();
    }
    return MapWriter.of(POSITIONS)
        .put("depth", depth)
        .put("height", height)
        .put("width", width)
        .map();
  }

  /** Tells whether another size gives the same lengths on every map by the same rule. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BlockSize b
        && depth == b.depth
        && height == b.height
        && width == b.width
        && ratio == b.ratio;
  }

  @Override
  public int hashCode() {
    return Objects.hash(depth, height, width, ratio);
  }

  /** Returns the call that creates the size. */
  @Override
  public String toString() {
    if (ratio != 0) {
      return "ratio(" + ratio + ")";
    }
    if (depth == height && height == width) {
      return "square(" + width + ")";
    }
    String rectangle = height + ", " + width + ")";
    return depth == 1 ? "of(" + rectangle : "of(" + depth + ", " + rectangle;
  }
}
