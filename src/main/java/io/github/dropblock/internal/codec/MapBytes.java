package io.github.dropblock.internal.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writer and reader of maps as bytes: a header, the tagged values, and a CRC-32 of everything
 * before it. See docs/format.md for the tags.
 */
public final class MapBytes {
  /** Header: "DBM" and the version of this format. */
  static final int HEADER = 'D' << 24 | 'B' << 16 | 'M' << 8 | 1;

  static final int CHECKSUM_LENGTH = 4;

  /** Length of the tag before each value. */
  private static final int TAG = 1;

  private MapBytes() {}

  /** Writes a map as bytes. */
  public static byte[] write(Map<String, ?> map) {
    // Masks are large: with its length known, the array is never copied.
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + length(map) + CHECKSUM_LENGTH);
    out.putInt(HEADER);
    write(out, map);
    out.putInt(checksum(out.array(), out.position()));
    return out.array();
  }

  /**
   * Reads a map from bytes. Memory is bounded by their length.
   *
   * @throws IllegalArgumentException if they are null, damaged or of another version
   */
  public static Map<String, Object> read(byte[] bytes) {
    return new MapBytesReader(bytes).read();
  }

  static int checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  /** Returns how many bytes {@link #write(ByteBuffer, Object)} writes. */
  private static int length(Object value) {
    if (value instanceof Boolean) {
      return TAG;
    }
    if (value instanceof String text) {
      return TAG + Integer.BYTES + utf8(text).length;
    }
    if (value instanceof byte[] array) {
      return Math.addExact(TAG + Integer.BYTES, array.length);
    }
    if (value instanceof List<?> || value instanceof Map<?, ?>) {
      int length = TAG + Integer.BYTES;
      for (Object element : elements(value)) {
        length = Math.addExact(length, length(element));
      }
      return length;
    }
    return TAG + Long.BYTES;
  }

  /** Returns the elements of a list, or each key of a map followed by its value. */
  private static List<?> elements(Object listOrMap) {
    if (listOrMap instanceof List<?> list) {
      return list;
    }
    List<Object> elements = new ArrayList<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) listOrMap).entrySet()) {
      elements.add(entry.getKey());
      elements.add(entry.getValue());
    }
    return elements;
  }

  private static void write(ByteBuffer out, Object value) {
    if (value instanceof Boolean flag) {
      out.put((byte) (flag ? 'T' : 'F'));
    } else if (value instanceof Long whole) {
      out.put((byte) 'L').putLong(whole);
    } else if (value instanceof Double real) {
      out.put((byte) 'D').putDouble(real);
    } else if (value instanceof String text) {
      writeArray(out, 'S', utf8(text));
    } else if (value instanceof byte[] array) {
      writeArray(out, 'B', array);
    } else {
      boolean isList = value instanceof List<?>;
      out.put((byte) (isList ? 'A' : 'M'));
      out.putInt(isList ? ((List<?>) value).size() : ((Map<?, ?>) value).size());
      for (Object element : elements(value)) {
        write(out, element);
      }
    }
  }

  private static void writeArray(ByteBuffer out, char tag, byte[] array) {
    out.put((byte) tag).putInt(array.length).put(array);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
