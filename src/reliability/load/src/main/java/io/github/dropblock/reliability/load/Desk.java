package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** What one thread draws and writes into: a mask for each shape, and a direct buffer. */
final class Desk {
  private final Map<Object, DropMask> masks = new HashMap<>();
  private FloatBuffer buffer = FloatBuffer.allocate(0);

  /** A mask of the question's shape, of any content. */
  DropMask mask(Question question) {
    return masks.computeIfAbsent(
        question.shape(), shape -> DropMask.fromBytes(question.mask().toBytes()));
  }

  /** A buffer that holds the question's input. */
  FloatBuffer buffer(Question question) {
    int size = question.shape().size();
    if (buffer.capacity() < size) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES);
      buffer = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
    return buffer.clear().put(question.x().data()).flip();
  }
}
