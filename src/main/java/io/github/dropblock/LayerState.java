package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.internal.codec.SerialProxy;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;

/**
 * State of a {@link DropLayer}: everything that a resumed run needs besides the configuration.
 *
 * @param seed the regularizer's seed
 * @param step the training step, at least 0
 * @param use number of uses of the layer in that step, at least 0; 0 if the layer counts the steps
 * @param draw number of draws in evaluation, at least 0
 * @param told whether the caller counts the steps; if not, the layer counts its passes as steps
 * @since 0.1.0
 */
public record LayerState(long seed, long step, int use, long draw, boolean told)
    implements Serializable {
  static final String TYPE = "LayerState";
  private static final int VERSION = 1;

  /**
   * Checks the counters.
   *
   * @param seed the regularizer's seed
   * @param step the training step
   * @param use number of uses of the layer in that step
   * @param draw number of draws in evaluation
   * @param told whether the caller counts the steps
   * @throws IllegalArgumentException if a counter is negative, or {@code use} is not 0 although the
   *     layer counts the steps
   */
  public LayerState {
    Check.atLeast("step", step, 0L);
    Check.atLeast("use", use, 0);
    Check.atLeast("draw", draw, 0L);
    if (!told && use != 0) {
      throw new IllegalArgumentException("use must be 0 where told is false: " + use);
    }
  }

  /**
   * Returns the state as a map of strings and numbers, which any JSON library can write.
   *
   * @return a new map
   */
  public Map<String, Object> toMap() {
    return MapWriter.of(TYPE, VERSION)
        .put("seed", seed)
        .put("step", step)
        .put("use", use)
        .put("draw", draw)
        .put("told", told)
        .map();
  }

  /**
   * Reads a state from what {@link #toMap} returned.
   *
   * @param map the map
   * @return the state
   * @throws IllegalArgumentException if the map is null, or a value is missing, unknown or out of
   *     range
   */
  public static LayerState fromMap(Map<String, ?> map) {
    MapReader in = new MapReader(TYPE, map).type(TYPE).version(VERSION);
    LayerState state =
        new LayerState(
            in.whole("seed"),
            in.whole("step"),
            in.integer("use"),
            in.whole("draw"),
            in.flag("told"));
    in.end();
    return state;
  }

  /**
   * Returns the state as bytes with a checksum.
   *
   * @return a new array
   */
  public byte[] toBytes() {
    return MapBytes.write(toMap());
  }

  /**
   * Reads a state from what {@link #toBytes} returned.
   *
   * @param bytes the bytes; not modified
   * @return the state
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  public static LayerState fromBytes(byte[] bytes) {
    return fromMap(MapBytes.read(bytes));
  }

  @Serial
  private Object writeReplace() throws NotSerializableException {
    return SavedForm.of(this::toMap);
  }

  /** A stream that names this record, and not its proxy, ends here. */
  @Serial
  private Object readResolve() throws InvalidObjectException {
    throw SerialProxy.refusal(LayerState.class);
  }
}
