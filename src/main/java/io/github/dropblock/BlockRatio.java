package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.tensor.Shape;
import java.util.Map;

/**
 * Lengths relative to the map.
 *
 * @param ratio block length / map length, in (0, 1]
 */
record BlockRatio(double ratio) implements BlockSize {
  static final String TYPE = "ratio";

  BlockRatio {
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("blockSize ratio must be in (0, 1]: " + ratio);
    }
  }

  static BlockRatio read(MapReader in) {
    return new BlockRatio(in.real("ratio"));
  }

  Map<String, Object> toMap() {
    return MapWriter.of(TYPE).put("ratio", ratio).map();
  }

  @Override
  public int depthOn(Shape shape) {
    return lengthOn(Check.notNull("shape", shape).d());
  }

  @Override
  public int heightOn(Shape shape) {
    return lengthOn(Check.notNull("shape", shape).h());
  }

  @Override
  public int widthOn(Shape shape) {
    return lengthOn(Check.notNull("shape", shape).w());
  }

  private int lengthOn(int extent) {
    return (int) Math.max(1, Math.round(ratio * extent));
  }

  @Override
  public String toString() {
    return "ratio(" + ratio + ")";
  }
}
