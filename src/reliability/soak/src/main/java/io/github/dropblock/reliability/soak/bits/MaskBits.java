package io.github.dropblock.reliability.soak.bits;

import io.github.dropblock.DropMask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** The bits that a mask stores, by way of {@link DropMask#toMap}: a set bit is a dropped one. */
public final class MaskBits {
  private MaskBits() {}

  /** As bytes: bit i is bit {@code i % 8} of byte {@code i / 8}. */
  public static byte[] bytes(DropMask mask) {
    return Base64.getDecoder().decode((String) mask.toMap().get("dropped"));
  }

  /**
   * Reads bits as words: bit i is bit {@code i % 64} of word {@code i / 64}.
   *
   * <p>Modified: {@code words}; what lies beyond the mask is zero.
   */
  public static void read(DropMask mask, long[] words) {
    ByteBuffer buffer = ByteBuffer.allocate(words.length * Long.BYTES);
    buffer.order(ByteOrder.LITTLE_ENDIAN).put(bytes(mask)).rewind().asLongBuffer().get(words);
  }
}
