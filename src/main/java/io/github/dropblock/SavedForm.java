package io.github.dropblock;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.internal.codec.SerialProxy;
import java.io.NotSerializableException;
import java.io.Serial;
import java.util.Map;
import java.util.function.Supplier;

/** What Java serialization writes in place of each serializable object of this package. */
final class SavedForm extends SerialProxy {
  @Serial private static final long serialVersionUID = 1;

  private static final int VERSION = 1;
  private static final String VALUE = "value";

  private SavedForm(Supplier<? extends Map<String, ?>> map) throws NotSerializableException {
    super(map);
  }

  /** Returns the form of an object whose map has a type and a version. */
  static SavedForm of(Supplier<? extends Map<String, ?>> map) throws NotSerializableException {
    return new SavedForm(map);
  }

  /** Returns the map of a regularizer, unless it leaves out what scales may depend on. */
  static Map<String, Object> mapOf(Regularizer regularizer) {
    if (regularizer instanceof CustomRegularizer own && own.hasMoreThanItsMap()) {
      throw new UnsupportedOperationException(
          "only a regularizer without a function of the expected kept fraction is serializable");
    }
    return regularizer.toMap();
  }

  /** Returns the form of an object whose map is always a part of another one. */
  static SavedForm ofPart(String type, Map<String, Object> part) throws NotSerializableException {
    return new SavedForm(() -> MapWriter.of(type, VERSION).put(VALUE, part).map());
  }

  @Override
  protected Object read(Map<String, Object> map) {
    MapReader in = new MapReader("serialized object", map);
    return switch (in.type()) {
      case BlockSize.TYPE -> BlockSize.read(part(in));
      case Fill.TYPE -> Fill.read(part(in));
      case HoleSize.TYPE -> HoleSize.read(part(in));
      case LayerState.TYPE -> LayerState.fromMap(map);
      case MaskFormat.TYPE -> DropMask.fromMap(map);
      case ScheduledRegularizer.TYPE -> ScheduledRegularizer.fromMap(map);
      default -> Regularizer.fromMap(map);
    };
  }

  private static MapReader part(MapReader in) {
    MapReader part = in.version(VERSION).map(VALUE);
    in.end();
    return part;
  }
}
