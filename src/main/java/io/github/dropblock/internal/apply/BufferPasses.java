package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * Passes of a mask over buffers: a chunk at a time through a small array that stays in the first
 * cache.
 *
 * <p>Bulk copies between a direct buffer and an array run at memory speed on each JDK and convert
 * the byte order; element access does not.
 */
public final class BufferPasses {
  private BufferPasses() {}

  /** Checks that a buffer has as many elements remaining as a shape. */
  public static void checkSize(String name, FloatBuffer buffer, Shape shape) {
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

  /** Checks the same of a buffer that is to be written. */
  public static void checkWritable(String name, FloatBuffer buffer, Shape shape) {
    checkSize(name, buffer, shape);
    if (buffer.isReadOnly()) {
      throw new IllegalArgumentException(name + " must be writable: it is read-only");
    }
  }

  /** Writes {@code out = dropped ? fill : in * scale}, or +0.0 for the fill if backward. */
  static void apply(MaskPass pass, FloatBuffer in, FloatBuffer out, Direction direction) {
    int size = in.remaining();
    float[] chunk = new float[Math.min(Kernels.CHUNK, size)];
    for (int done = 0; done < size; ) {
      int length = Math.min(chunk.length, size - done);
      in.get(in.position() + done, chunk, 0, length);
      pass.apply(chunk, 0, chunk, 0, done, length, direction);
      out.put(out.position() + done, chunk, 0, length);
      done += length;
    }
  }

  static void copy(FloatBuffer in, FloatBuffer out) {
    // Through a view: a buffer refuses itself as a source, even for the same run.
    out.put(out.position(), in.duplicate(), in.position(), in.remaining());
  }

  /** Writes what does not depend on an input. */
  static void write(Output output, FloatBuffer out) {
    int size = out.remaining();
    float[] chunk = new float[Math.min(Kernels.CHUNK, size)];
    for (int done = 0; done < size; ) {
      int length = Math.min(chunk.length, size - done);
      output.write(chunk, 0, done, length);
      out.put(out.position() + done, chunk, 0, length);
      done += length;
    }
  }

  /** Writes a run of the tensor's elements, which begins at an element, to an array. */
  interface Output {
    void write(float[] out, int at, int element, int length);
  }
}
