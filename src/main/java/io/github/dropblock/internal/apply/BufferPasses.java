package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.Kernels;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.IntFunction;

/**
 * Passes of a mask over the remaining elements of buffers, in row-major order.
 *
 * <p>Elements go through a small array that stays in the first-level cache, one chunk at a time.
 *
 * <p>Bulk copies between a direct buffer and an array run at memory speed on every JDK and convert
 * the byte order. Access by element is slower. Large buffers are shared among threads.
 */
public final class BufferPasses {
  /** Writer of a run of a mask's elements to an array. */
  private interface Output {
    void write(MaskPass pass, float[] out, int at, int element, int length);
  }

  private BufferPasses() {}

  /**
   * Applies the mask.
   *
   * <p>Modified: {@code out}.
   */
  public static void apply(MaskState state, FloatBuffer in, FloatBuffer out, Direction direction) {
    int from = in.position();
    int to = out.position();
    if (state.isIdentity()) {
      // Through a view: a buffer refuses itself as a source, even for the same run.
      FloatBuffer source = in.duplicate();
      state.shareElements(
          () -> (element, length) -> out.put(to + element, source, from + element, length));
      return;
    }
    shareChunks(
        state,
        chunkLength -> {
          MaskPass pass = state.pass();
          float[] chunk = new float[chunkLength];
          return (element, length) -> {
            in.get(from + element, chunk, 0, length);
            pass.apply(chunk, 0, chunk, 0, element, length, direction);
            out.put(to + element, chunk, 0, length);
          };
        });
  }

  /**
   * Copies kept elements from {@code a} and dropped ones from {@code b}.
   *
   * <p>Modified: {@code out}.
   */
  public static void select(MaskState state, FloatBuffer a, FloatBuffer b, FloatBuffer out) {
    int fromA = a.position();
    int fromB = b.position();
    int to = out.position();
    shareChunks(
        state,
        chunkLength -> {
          MaskPass pass = state.pass();
          float[] kept = new float[chunkLength];
          float[] dropped = new float[chunkLength];
          return (element, length) -> {
            a.get(fromA + element, kept, 0, length);
            b.get(fromB + element, dropped, 0, length);
            pass.select(kept, 0, dropped, 0, kept, 0, element, length);
            out.put(to + element, kept, 0, length);
          };
        });
  }

  /**
   * Writes 0 to dropped and the scale to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeMultipliers(MaskState state, FloatBuffer out) {
    write(state, length -> new Memory.Floats(out), out.position(), MaskPass::writeMultipliers);
  }

  /**
   * Writes 0 to dropped and the scale to kept elements, in half precision.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeMultipliers(MaskState state, ShortBuffer out, HalfFormat format) {
    write(
        state,
        length -> new HalfSink(out, format, length),
        out.position(),
        MaskPass::writeMultipliers);
  }

  /**
   * Writes the fill to dropped and the shift to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeFill(MaskState state, FloatBuffer out) {
    write(state, length -> new Memory.Floats(out), out.position(), MaskPass::writeFill);
  }

  private static void write(MaskState state, IntFunction<Sink> sinks, int to, Output output) {
    shareChunks(
        state,
        chunkLength -> {
          MaskPass pass = state.pass();
          float[] chunk = new float[chunkLength];
          Sink sink = sinks.apply(chunkLength);
          return (element, length) -> {
            output.write(pass, chunk, 0, element, length);
            sink.put(to + element, chunk, 0, length);
          };
        });
  }

  /** Shares the elements among threads. Each thread works on one chunk at a time. */
  private static void shareChunks(MaskState state, IntFunction<Workers.Share> shares) {
    int chunkLength = Math.min(Kernels.CHUNK, state.shape().size());
    state.shareElements(
        () -> {
          Workers.Share share = shares.apply(chunkLength);
          return (element, length) -> {
            for (int done = 0; done < length; done += Kernels.CHUNK) {
              share.work(element + done, Math.min(Kernels.CHUNK, length - done));
            }
          };
        });
  }
}
