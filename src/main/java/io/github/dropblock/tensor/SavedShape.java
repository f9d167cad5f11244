package io.github.dropblock.tensor;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.internal.codec.SerialProxy;
import java.io.NotSerializableException;
import java.io.Serial;
import java.util.Map;
import java.util.stream.IntStream;

/** What Java serialization writes in place of a shape. */
final class SavedShape extends SerialProxy {
  @Serial private static final long serialVersionUID = 1;

  private static final String TYPE = "Shape";
  private static final int VERSION = 1;
  private static final String EXTENTS = "extents";

  SavedShape(Shape shape) throws NotSerializableException {
    super(
        () ->
            MapWriter.of(TYPE, VERSION)
                .put(EXTENTS, IntStream.of(shape.extents()).asLongStream().boxed().toList())
                .map());
  }

  @Override
  protected Object read(Map<String, Object> map) {
    MapReader in = new MapReader(TYPE, map).type(TYPE).version(VERSION);
    int[] extents = in.integers(EXTENTS);
    in.end();
    return Shape.of(extents);
  }
}
