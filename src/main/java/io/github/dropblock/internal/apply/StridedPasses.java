package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * In-place passes of a mask over tensors that lie in a buffer in any order.
 *
 * <p>Three ways, by what the order allows: runs of elements in the mask's own order; rows of
 * channels; or one element at a time.
 */
public final class StridedPasses {
  private StridedPasses() {}

  /** Checks that a buffer reaches to the last element and can be written. */
  public static void check(String name, FloatBuffer buffer, ElementOrder order) {
    if (order.shape().size() > 0 && order.last() >= buffer.limit()) {
      throw new IllegalArgumentException(
          name
              + ".limit() must be more than the last index, "
              + order.last()
              + ": "
              + buffer.limit());
    }
    if (buffer.isReadOnly()) {
      throw new IllegalArgumentException(name + " must be writable: it is read-only");
    }
  }

  static void apply(MaskState state, FloatBuffer x, ElementOrder order, Direction direction) {
    if (order.hasWholePlanes()) {
      if (order.hasAdjacentSamples() && state.shape().planeSize() <= Kernels.CHUNK) {
        applyChannelByChannel(state.pass(), x, order, direction);
      } else {
        applyRuns(state.pass(), x, order, direction);
      }
    } else if (order.c() == 1) {
      new ChannelsLastPass(state, x, order, direction).run();
    } else {
      applyElements(state.pass(), x, order, direction);
    }
  }

  private static void applyRuns(
      MaskPass pass, FloatBuffer x, ElementOrder order, Direction direction) {
    int size = order.shape().size();
    int run = order.run();
    float[] chunk = new float[Math.min(Kernels.CHUNK, run)];
    for (int first = 0; first < size; first += run) {
      int at = order.index(first);
      for (int done = 0, length; done < run; done += length) {
        length = Math.min(chunk.length, run - done);
        x.get(at + done, chunk, 0, length);
        pass.apply(chunk, 0, chunk, 0, first + done, length, direction);
        x.put(at + done, chunk, 0, length);
      }
    }
  }

  /** As many planes at a time as fit a chunk: a short copy costs almost as much as a longer one. */
  private static void applyChannelByChannel(
      MaskPass pass, FloatBuffer x, ElementOrder order, Direction direction) {
    Shape shape = order.shape();
    int planeSize = shape.planeSize();
    int planes = Kernels.CHUNK / planeSize;
    float[] chunk = new float[planes * planeSize];
    for (int c = 0; c < shape.c(); c++) {
      for (int n = 0; n < shape.n(); n += planes) {
        int at = order.offset() + c * order.c() + n * planeSize;
        int count = Math.min(planes, shape.n() - n);
        x.get(at, chunk, 0, count * planeSize);
        for (int i = 0; i < count; i++) {
          int element = ((n + i) * shape.c() + c) * planeSize;
          int inChunk = i * planeSize;
          pass.apply(chunk, inChunk, chunk, inChunk, element, planeSize, direction);
        }
        x.put(at, chunk, 0, count * planeSize);
      }
    }
  }

  private static void applyElements(
      MaskPass pass, FloatBuffer x, ElementOrder order, Direction direction) {
    float[] one = new float[1];
    for (int i = 0; i < order.shape().size(); i++) {
      int at = order.index(i);
      one[0] = x.get(at);
      pass.apply(one, 0, one, 0, i, 1, direction);
      x.put(at, one[0]);
    }
  }
}
