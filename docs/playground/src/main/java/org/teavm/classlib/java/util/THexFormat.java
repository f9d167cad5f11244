package org.teavm.classlib.java.util;

/** Stands for {@code java.util.HexFormat} in a browser, where TeaVM finds it by its name. */
public final class THexFormat {
  private static final THexFormat LOWER_CASE = new THexFormat();

  private THexFormat() {}

  public static THexFormat of() {
    return LOWER_CASE;
  }

  public String toHexDigits(byte value) {
    return digits(value, Byte.SIZE);
  }

  public String toHexDigits(int value) {
    return digits(value, Integer.SIZE);
  }

  public String toHexDigits(long value) {
    return digits(value, Long.SIZE);
  }

  private static String digits(long value, int bits) {
    StringBuilder digits = new StringBuilder();
    for (int shift = bits - 4; shift >= 0; shift -= 4) {
      digits.append(Character.forDigit((int) (value >>> shift) & 0xf, 16));
    }
    return digits.toString();
  }

  public String formatHex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte value : bytes) {
      text.append(toHexDigits(value));
    }
    return text.toString();
  }

  public byte[] parseHex(CharSequence text) {
    byte[] bytes = new byte[text.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(text.subSequence(2 * i, 2 * i + 2).toString(), 16);
    }
    return bytes;
  }
}
