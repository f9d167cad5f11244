package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * Lengths in positions, each at least 1.
 *
 * @param depth positions along D
 * @param height positions along H
 * @param width positions along W
 */
record BlockPositions(int depth, int height, int width) implements BlockSize {
  static final String TYPE = "positions";

  BlockPositions {
    Check.atLeast("blockSize depth", depth, 1);
    Check.atLeast("blockSize height", height, 1);
    Check.atLeast("blockSize width", width, 1);
  }

  static BlockPositions read(MapReader in) {
    return new BlockPositions(in.integer("depth"), in.integer("height"), in.integer("width"));
  }

  Map<String, Object> toMap() {
    return MapWriter.of(TYPE).put("depth", depth).put("height", height).put("width", width).map();
  }

  @Override
  public int depthOn(Shape shape) {
    return Math.min(depth, Check.notNull("shape", shape).d());
  }

  @Override
  public int heightOn(Shape shape) {
    return Math.min(height, Check.notNull("shape", shape).h());
  }

  @Override
  public int widthOn(Shape shape) {
    return Math.min(width, Check.notNull("shape", shape).w());
  }

  @Override
  public String toString() {
    if (depth == height && height == width) {
      return "square(" + width + ")";
    }
    return depth == 1
        ? "of(" + height + ", " + width + ")"
        : "of(" + depth + ", " + height + ", " + width + ")";
  }
}
