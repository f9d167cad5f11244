package io.github.dropblock.internal.codec;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What Java serialization writes in place of an object: the bytes of its map.
 *
 * <p>A serializable class of the library gives its proxy in {@code writeReplace}, and refuses in
 * {@code readObject} a stream that names the class itself. So no stream sets a field, and a hostile
 * one meets the checks of {@link MapBytes} and {@link MapReader}.
 *
 * <p>The fields of such a class are not transient, although they are never written: a serializer
 * that passes over the proxy, as Kryo does, would leave transient ones null without a word.
 */
public abstract class SerialProxy implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private transient byte[] bytes;

  /**
   * Creates the proxy of an object.
   *
   * @param map gives the map of the object, or throws if the object has none
   * @throws NotSerializableException if the object has no map
   */
  protected SerialProxy(Supplier<? extends Map<String, ?>> map) throws NotSerializableException {
    try {
      bytes = MapBytes.write(map.get());
    } catch (UnsupportedOperationException e) {
      NotSerializableException refused = new NotSerializableException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }

  /**
   * Reads the object from its map.
   *
   * @throws IllegalArgumentException if the map describes none
   */
  protected abstract Object read(Map<String, Object> map);

  /** Refuses a stream that names a class and not its proxy. */
  public static InvalidObjectException refusal(Class<?> type) {
    return new InvalidObjectException(
        type.getSimpleName() + " must be read from its bytes, not from fields");
  }

  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Memory is bounded by what the stream has, whatever length it claims. */
  @Serial
  private void readObject(ObjectInputStream in) throws IOException {
    int length = in.readInt();
    bytes = in.readNBytes(Math.max(0, length));
    if (bytes.length != length) {
      throw new InvalidObjectException(
          "bytes have a length of " + length + " where " + bytes.length + " are left");
    }
  }

  /** Returns the object in place of this proxy. */
  @Serial
  protected final Object readResolve() throws InvalidObjectException {
    try {
      return read(MapBytes.read(bytes));
    } catch (IllegalArgumentException e) {
      InvalidObjectException refused = new InvalidObjectException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }
}
