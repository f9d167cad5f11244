package io.github.dropblock;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Bytes in the form of the library's, with a checksum that is right and a content that is not. */
final class CraftedBytes {
  static final int HEADER = 0x44424D01;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  static CraftedBytes begin() {
    return beginWith(HEADER);
  }

  static CraftedBytes beginWith(int header) {
    return new CraftedBytes().number(header);
  }

  /** Four bytes. */
  CraftedBytes number(int value) {
    return write(() -> out.writeInt(value));
  }

  CraftedBytes tag(char tag) {
    return write(() -> out.writeByte(tag));
  }

  /** A tag and the length that is claimed for what follows. */
  CraftedBytes tag(char tag, int length) {
    return tag(tag).number(length);
  }

  CraftedBytes text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return tag('S', encoded.length).raw(encoded);
  }

  CraftedBytes whole(long value) {
    return tag('L').write(() -> out.writeLong(value));
  }

  CraftedBytes real(double value) {
    return tag('D').write(() -> out.writeDouble(value));
  }

  CraftedBytes raw(byte... raw) {
    return write(() -> out.write(raw));
  }

  byte[] end() {
    CRC32 crc = new CRC32();
    crc.update(bytes.toByteArray());
    return number((int) crc.getValue()).bytes.toByteArray();
  }

  private CraftedBytes write(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private interface Action {
    void run() throws IOException;
  }

  /** A mask of dropout with a fill of 0; its bits as they are given. */
  static byte[] mask(long[] shape, String normalization, boolean byPosition, byte... dropped) {
    CraftedBytes mask = begin().tag('M', 12).text("type").text("DropMask");
    mask.text("version").whole(1).text("shape").tag('A', shape.length);
    for (long extent : shape) {
      mask.whole(extent);
    }
    mask.text("bySample").tag('T').text("byChannel").tag('T');
    mask.text("byPosition").tag(byPosition ? 'T' : 'F');
    mask.text("dropped").tag('B', dropped.length).raw(dropped);
    mask.text("normalization").text(normalization);
    mask.text("fill").tag('M', 2).text("type").text("constant").text("value").real(0);
    return mask.text("seed").whole(1).text("step").whole(2).text("firstSample").whole(3).end();
  }
}
