package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * Kernels over buffers: a chunk at a time through a small array that stays in the first cache.
 *
 * <p>Bulk copies between a direct buffer and an array run at memory speed on each JDK and convert
 * the byte order; element access does not.
 */
final class BufferPasses {
  private static final int CHUNK = 2048;

  private BufferPasses() {}

  static void checkSize(String name, FloatBuffer buffer, Shape shape) {
    Check.notNull(name, buffer);
    if (buffer.remaining() != shape.size()) {
      throw new IllegalArgumentException(
          name
              + ".remaining() must be "
              + shape.size()
              + " for "
              + shape
              + ": "
              + buffer.remaining());
    }
  }

  static void checkWritable(String name, FloatBuffer buffer, Shape shape) {
    checkSize(name, buffer, shape);
    if (buffer.isReadOnly()) {
      throw new IllegalArgumentException(name + " must be writable: it is read-only");
    }
  }

  static void apply(Kernels kernels, FloatBuffer in, FloatBuffer out, long[] dropped, float scale) {
    int size = in.remaining();
    float[] chunk = new float[Math.min(CHUNK, size)];
    for (int done = 0; done < size; ) {
      int length = Math.min(chunk.length, size - done);
      in.get(in.position() + done, chunk, 0, length);
      kernels.applyMask(chunk, 0, chunk, 0, length, dropped, done, scale);
      out.put(out.position() + done, chunk, 0, length);
      done += length;
    }
  }

  static void copy(FloatBuffer in, FloatBuffer out) {
    // Through a view: a buffer refuses itself as a source, even for the same run.
    out.put(out.position(), in.duplicate(), in.position(), in.remaining());
  }

  static void writeMultipliers(Kernels kernels, FloatBuffer out, long[] dropped, float scale) {
    int size = out.remaining();
    float[] chunk = new float[Math.min(CHUNK, size)];
    for (int done = 0; done < size; ) {
      int length = Math.min(chunk.length, size - done);
      kernels.writeMultipliers(chunk, 0, length, dropped, done, scale);
      out.put(out.position() + done, chunk, 0, length);
      done += length;
    }
  }
}
