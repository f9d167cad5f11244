package io.github.dropblock.internal.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reader of the bytes that {@link MapBytes} writes. It validates everything. */
final class MapBytesReader {
  /**
   * Largest depth, far more than the library's maps have. A hostile map must not exhaust the stack.
   */
  private static final int MAX_DEPTH = 16;

  private final byte[] bytes;
  private final ByteBuffer in;

  MapBytesReader(byte[] bytes) {
    if (bytes == null) {
      throw new IllegalArgumentException("bytes must not be null");
    }
    this.bytes = bytes;
    this.in = ByteBuffer.wrap(bytes);
  }

  Map<String, Object> read() {
    try {
      checkHeader();
      checkChecksum();
      in.limit(bytes.length - MapBytes.CHECKSUM_LENGTH);
      if (tag() != 'M') {
        throw wrong("must hold a map");
      }
      Map<String, Object> map = map(0);
      if (in.hasRemaining()) {
        throw wrong("have a rest");
      }
      return map;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("bytes end too early: after " + bytes.length, e);
    }
  }

  private void checkHeader() {
    int header = in.getInt();
    if (header >>> 8 != MapBytes.HEADER >>> 8) {
      throw wrong("must begin with DBM");
    }
    if (header != MapBytes.HEADER) {
      throw wrong("must have format version 1, not " + (header & 0xff));
    }
  }

  private void checkChecksum() {
    int length = bytes.length - MapBytes.CHECKSUM_LENGTH;
    if (length < in.position()) {
      throw new BufferUnderflowException();
    }
    if (in.getInt(length) != MapBytes.checksum(bytes, length)) {
      throw new IllegalArgumentException("bytes are damaged: the checksum does not match");
    }
  }

  private int tag() {
    return in.get();
  }

  private Object value(int depth) {
    if (depth > MAX_DEPTH) {
      throw wrong("are nested too deeply");
    }
    int tag = tag();
    return switch (tag) {
      case 'T' -> true;
      case 'F' -> false;
      case 'L' -> in.getLong();
      case 'D' -> in.getDouble();
      case 'S' -> new String(array(), StandardCharsets.UTF_8);
      case 'B' -> array();
      case 'A' -> list(depth);
      case 'M' -> map(depth);
      default -> throw wrong("have an unknown tag " + tag);
    };
  }

  private byte[] array() {
    byte[] array = new byte[length()];
    in.get(array);
    return array;
  }

  private List<Object> list(int depth) {
    int length = length();
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private Map<String, Object> map(int depth) {
    int length = length();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < length; i++) {
      if (!(value(depth + 1) instanceof String key)) {
        throw wrong("must have strings as keys");
      }
      if (map.put(key, value(depth + 1)) != null) {
        throw wrong("have a key twice");
      }
    }
    return map;
  }

  /**
   * Reads a length. Each element takes at least one byte, so a length beyond the rest is refused.
   */
  private int length() {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw wrong("have a length of " + length + " where " + in.remaining() + " are left");
    }
    return length;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("bytes " + what + ", before offset " + in.position());
  }
}
