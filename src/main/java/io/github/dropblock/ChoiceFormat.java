package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** The maps of choices that have parameters; each choice reads and writes its own keys. */
final class ChoiceFormat {
  private ChoiceFormat() {}

  /** Returns what stands in a map for a choice of any kind; numbers and flags stay as they are. */
  static Object write(Object choice) {
    if (choice instanceof Fill fill) {
      return write(fill);
    }
    if (choice instanceof BlockSize size) {
      return write(size);
    }
    return choice instanceof Enum<?> constant ? constant.name() : choice;
  }

  static Map<String, Object> write(Fill fill) {
    return fill instanceof GaussianFill noise ? noise.toMap() : ((ConstantFill) fill).toMap();
  }

  static Fill readFill(MapReader in) {
    String type = in.type();
    Fill fill =
        switch (type) {
          case ConstantFill.TYPE -> ConstantFill.read(in);
          case GaussianFill.TYPE -> GaussianFill.read(in);
          default -> throw in.unknownType(type);
        };
    in.end();
    return fill;
  }

  private static Map<String, Object> write(BlockSize size) {
    return size instanceof BlockRatio share ? share.toMap() : ((BlockPositions) size).toMap();
  }

  static BlockSize readBlockSize(MapReader in) {
    String type = in.type();
    BlockSize size =
        switch (type) {
          case BlockPositions.TYPE -> BlockPositions.read(in);
          case BlockRatio.TYPE -> BlockRatio.read(in);
          default -> throw in.unknownType(type);
        };
    in.end();
    return size;
  }
}
