package io.github.dropblock.reliability.platforms;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Hashes in hex: neither the locale nor the order of the machine's bytes matters. */
public final class Hashes {
  private Hashes() {}

  /** The 64-bit FNV-1a of one byte for each number, which is 0 or 1. */
  static String fnv1a(float[] bits) {
    long hash = 0xcbf29ce484222325L;
    for (float bit : bits) {
      hash = (hash ^ (long) bit) * 0x100000001b3L;
    }
    return HexFormat.of().toHexDigits(hash);
  }

  /** The CRC-32 of the bits of floats. It is native code, which -Xint does not slow down. */
  public static String crc32(float[] data) {
    return crc32(FloatBuffer.wrap(data));
  }

  /** The CRC-32 of the bits of all floats up to the limit. */
  static String crc32(FloatBuffer data) {
    ByteBuffer bytes =
        ByteBuffer.allocate(data.limit() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(data.duplicate().rewind());
    return crc32(bytes.array());
  }

  /** The CRC-32 of lines. */
  static String crc32(List<String> lines) {
    return crc32((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
