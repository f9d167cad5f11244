package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** The choices that have parameters, to and from maps. */
final class ChoiceMaps {
  private ChoiceMaps() {}

  static Map<String, Object> write(Fill fill) {
    if (fill instanceof Fill.Gaussian noise) {
      return inOrder("mean", noise.mean(), "standardDeviation", noise.standardDeviation());
    }
    return inOrder("value", (double) ((Fill.Constant) fill).value());
  }

  static Fill readFill(MapReader in) {
    Fill fill =
        in.has("value")
            ? Fill.constant((float) in.real("value"))
            : Fill.gaussian(in.real("mean"), in.real("standardDeviation"));
    in.end();
    return fill;
  }

  static Map<String, Object> write(BlockSize size) {
    if (size instanceof BlockSize.Ratio share) {
      return inOrder("ratio", share.ratio());
    }
    BlockSize.Positions block = (BlockSize.Positions) size;
    return inOrder(
        "depth", (long) block.depth(),
        "height", (long) block.height(),
        "width", (long) block.width());
  }

  /** Not {@code Map.of}, whose order differs from run to run, and so would the bytes. */
  private static Map<String, Object> inOrder(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  static BlockSize readBlockSize(MapReader in) {
    BlockSize size =
        in.has("ratio")
            ? BlockSize.ratio(in.real("ratio"))
            : BlockSize.of(in.integer("depth"), in.integer("height"), in.integer("width"));
    in.end();
    return size;
  }
}
