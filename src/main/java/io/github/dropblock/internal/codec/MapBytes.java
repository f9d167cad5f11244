package io.github.dropblock.internal.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  private MapBytes() {}

  /** Writes a map as bytes. */
  public static byte[] write(Map<String, ?> map) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(HEADER);
      writeMap(out, map);
      out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // An array stream does not fail.
    }
    return bytes.toByteArray();
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

  private static void writeMap(DataOutputStream out, Map<?, ?> map) throws IOException {
    out.writeByte('M');
    out.writeInt(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      write(out, entry.getKey());
      write(out, entry.getValue());
    }
  }

  private static void write(DataOutputStream out, Object value) throws IOException {
    if (value instanceof Boolean flag) {
      out.writeByte(flag ? 'T' : 'F');
    } else if (value instanceof Long whole) {
      out.writeByte('L');
      out.writeLong(whole);
    } else if (value instanceof Double real) {
      out.writeByte('D');
      out.writeDouble(real);
    } else if (value instanceof String text) {
      writeArray(out, 'S', text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof byte[] array) {
      writeArray(out, 'B', array);
    } else if (value instanceof List<?> list) {
      out.writeByte('A');
      out.writeInt(list.size());
      for (Object element : list) {
        write(out, element);
      }
    } else {
      writeMap(out, (Map<?, ?>) value);
    }
  }

  private static void writeArray(DataOutputStream out, char tag, byte[] array) throws IOException {
    out.writeByte(tag);
    out.writeInt(array.length);
    out.write(array);
  }
}
