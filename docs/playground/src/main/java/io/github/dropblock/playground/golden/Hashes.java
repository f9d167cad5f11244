package io.github.dropblock.playground.golden;

/** Hashes and bits as hexadecimal digits. */
final class Hashes {
  private static final int CRC = 0xedb88320;

  private Hashes() {}

  /** The 64-bit FNV-1a of one byte for each number, which is 0 or 1. */
  static String fnv1a(float... bits) {
    long hash = 0xcbf29ce484222325L;
    for (float bit : bits) {
      hash = (hash ^ (long) bit) * 0x100000001b3L;
    }
    return hex(hash, 16);
  }

  /** The CRC-32 of floats, each with its lowest byte first. */
  static String crc32(float... data) {
    int crc = -1;
    for (float value : data) {
      int bits = Float.floatToRawIntBits(value);
      for (int i = 0; i < Integer.SIZE; i++) {
        int low = (crc ^ bits >>> i) & 1;
        crc = crc >>> 1 ^ (low == 0 ? 0 : CRC);
      }
    }
    return hex(~crc & 0xffffffffL, 8);
  }

  static String hex(double value) {
    return hex(Double.doubleToRawLongBits(value), 16);
  }

  static String hex(float value) {
    return hex(Float.floatToRawIntBits(value) & 0xffffffffL, 8);
  }

  private static String hex(long bits, int digits) {
    String text = Long.toHexString(bits);
    return "0".repeat(digits - text.length()) + text;
  }
}
