package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** What one thread draws and writes into: a mask for each shape, and a direct buffer. */
final class ThreadBuffers {
  private final Map<Object, DropMask> masks = new HashMap<>();
  private FloatBuffer buffer = FloatBuffer.allocate(0);

  /** A mask of the shape of the case, of any content. */
  DropMask mask(Case given) {
    return masks.computeIfAbsent(
        given.shape(), shape -> DropMask.fromBytes(given.mask().toBytes()));
  }

  /** A buffer that holds the input of the case. */
  FloatBuffer buffer(Case given) {
    int size = given.shape().size();
    if (buffer.capacity() < size) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(size * Float.BYTES);
      buffer = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
    return buffer.clear().put(given.x().data()).flip();
  }
}
