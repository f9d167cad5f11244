package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * In-place passes of a mask over tensors that lie in a buffer in any order.
 *
 * <p>Three ways, by what the order allows: runs of elements in the mask's own order; rows of
 * channels; or one element at a time.
 */
final class StridedPasses {
  private static final int CHUNK = 2048;

  private StridedPasses() {}

  static void check(String name, FloatBuffer buffer, Strides strides, Shape shape) {
    Check.notNull(name, buffer);
    Check.notNull("strides", strides);
    if (shape.size() > 0 && strides.last(shape) >= buffer.limit()) {
      throw new IllegalArgumentException(
          name
              + ".limit() must be more than the last index, "
              + strides.last(shape)
              + ": "
              + buffer.limit());
    }
    if (buffer.isReadOnly()) {
      throw new IllegalArgumentException(name + " must be writable: it is read-only");
    }
  }

  static void apply(MaskBody body, FloatBuffer x, Strides strides, boolean fill) {
    if (body.isIdentity()) {
      return;
    }
    if (strides.hasWholePlanes(body.shape())) {
      if (hasPlanesOfSamplesTogether(body.shape(), strides)) {
        applyChannelByChannel(body, x, strides, fill);
      } else {
        applyRuns(body, x, strides, fill);
      }
    } else if (strides.c() == 1) {
      new ChannelRowsPass(body, x, strides, fill).run();
    } else {
      applyElements(body, x, strides, fill);
    }
  }

  private static void applyRuns(MaskBody body, FloatBuffer x, Strides strides, boolean fill) {
    Shape shape = body.shape();
    int run = run(shape, strides);
    float[] chunk = new float[Math.min(CHUNK, run)];
    MaskPass pass = body.pass();
    for (int first = 0; first < shape.size(); first += run) {
      int plane = first / shape.planeSize();
      int at = strides.offset() + plane / shape.c() * strides.n() + plane % shape.c() * strides.c();
      for (int done = 0, length; done < run; done += length) {
        length = Math.min(chunk.length, run - done);
        int from = first + done;
        x.get(at + done, chunk, 0, length);
        pass.apply(chunk, -from, chunk, -from, from, from + length, fill);
        x.put(at + done, chunk, 0, length);
      }
    }
  }

  /** Whether samples follow each other within a channel, in planes that fit a chunk. */
  private static boolean hasPlanesOfSamplesTogether(Shape shape, Strides strides) {
    return shape.n() > 1
        && strides.n() == shape.planeSize()
        && shape.c() > 1
        && shape.planeSize() <= CHUNK;
  }

  /** As many planes at a time as fit a chunk: a short copy costs almost as much as a longer one. */
  private static void applyChannelByChannel(
      MaskBody body, FloatBuffer x, Strides strides, boolean fill) {
    Shape shape = body.shape();
    int planeSize = shape.planeSize();
    int planes = CHUNK / planeSize;
    float[] chunk = new float[planes * planeSize];
    MaskPass pass = body.pass();
    for (int c = 0; c < shape.c(); c++) {
      for (int n = 0; n < shape.n(); n += planes) {
        int at = strides.offset() + c * strides.c() + n * planeSize;
        int count = Math.min(planes, shape.n() - n);
        x.get(at, chunk, 0, count * planeSize);
        for (int i = 0; i < count; i++) {
          int from = ((n + i) * shape.c() + c) * planeSize;
          int base = i * planeSize - from;
          pass.apply(chunk, base, chunk, base, from, from + planeSize, fill);
        }
        x.put(at, chunk, 0, count * planeSize);
      }
    }
  }

  /** Elements that follow each other: a plane, a sample or all. */
  private static int run(Shape shape, Strides strides) {
    int sampleSize = shape.c() * shape.planeSize();
    if (shape.c() > 1 && strides.c() != shape.planeSize()) {
      return shape.planeSize();
    }
    return shape.n() > 1 && strides.n() != sampleSize ? sampleSize : shape.size();
  }

  private static void applyElements(MaskBody body, FloatBuffer x, Strides strides, boolean fill) {
    Shape shape = body.shape();
    float[] one = new float[1];
    MaskPass pass = body.pass();
    for (int i = 0; i < shape.size(); i++) {
      int at = index(shape, strides, i);
      one[0] = x.get(at);
      pass.apply(one, -i, one, -i, i, i + 1, fill);
      x.put(at, one[0]);
    }
  }

  private static int index(Shape shape, Strides strides, int element) {
    int plane = element / shape.planeSize();
    int position = element % shape.planeSize();
    return strides.offset()
        + plane / shape.c() * strides.n()
        + plane % shape.c() * strides.c()
        + strides.ofPosition(shape, position);
  }
}
