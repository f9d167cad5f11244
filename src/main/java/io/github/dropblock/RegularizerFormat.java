package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import java.util.Map;
import java.util.StringJoiner;

/** Map format of regularizers. Each regularizer reads and writes its own choices. */
final class RegularizerFormat {
  private static final int VERSION = 1;

  private RegularizerFormat() {}

  /**
   * Writes a regularizer.
   *
   * @param choices the choices by their keys, in the order of the format
   */
  static Map<String, Object> write(String type, Map<String, Object> choices) {
    MapWriter out = MapWriter.of(type, VERSION);
    choices.forEach((key, choice) -> out.put(key, write(choice)));
    return out.map();
  }

  /** Returns the form of a choice in a map. Numbers and booleans are unchanged. */
  private static Object write(Object choice) {
    if (choice instanceof Fill fill) {
      return fill.toMap();
    }
    if (choice instanceof BlockSize size) {
      return size.toMap();
    }
    if (choice instanceof HoleSize size) {
      return size.toMap();
    }
    return choice instanceof Enum<?> constant ? constant.name() : choice;
  }

  static Regularizer read(Map<String, ?> map) {
    MapReader in = new MapReader("regularizer", map).version(VERSION);
    String type = in.type();
    Regularizer regularizer =
        switch (type) {
          case DropBlock.TYPE -> DropBlock.read(in);
          case Dropout.TYPE -> Dropout.read(in);
          case SpatialDropout.TYPE -> SpatialDropout.read(in);
          case DropPath.TYPE -> DropPath.read(in);
          case AlphaDropout.TYPE -> AlphaDropout.read(in);
          case Cutout.TYPE -> Cutout.read(in);
          case Holes.TYPE -> Holes.read(in);
          case Patches.TYPE -> Patches.read(in);
          case GridMask.TYPE -> GridMask.read(in);
          case CustomRegularizer.TYPE -> CustomRegularizer.read(in);
          default -> throw in.unknownType(type);
        };
    in.end();
    return regularizer;
  }

  /** Returns the text of a regularizer, with each choice as a caller writes it. */
  static String text(String type, Map<String, Object> choices) {
    StringJoiner text = new StringJoiner(", ", type + "[", "]");
    choices.forEach((key, choice) -> text.add(key + "=" + choice));
    return text.toString();
  }
}
