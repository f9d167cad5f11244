package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.Kernels;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.Supplier;

/**
 * Passes of a mask over the remaining elements of buffers, in row-major order.
 *
 * <p>A buffer that gives access to its array is passed like a tensor. Otherwise, a mask of a few
 * long runs is applied run by run (see {@link MemoryPass}), and any other goes through a small
 * array that stays in the first-level cache, one chunk at a time. Large buffers are shared among
 * threads.
 */
public final class BufferPasses {
  /** Number of elements from which a run is worth a call of its own. */
  private static final int LONG_RUN = 1024;

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
      FloatBuffer view = in.duplicate();
      state.shareElements(
          () -> (element, length) -> out.put(to + element, view, from + element, length));
      return;
    }
    apply(state, Memory.of(in), from, Memory.of(out), to, direction);
  }

  static void apply(
      MaskState state, Memory source, int from, Memory target, int to, Direction direction) {
    boolean fills = direction == Direction.FORWARD && state.fill().needed();
    if (source.array() != null && target.array() != null) {
      state.shareElements(() -> onArrays(state.pass(), source, from, target, to, direction));
    } else if (!fills && hasLongRuns(state)) {
      state.shareElements(() -> inRuns(state, source, from, target, to));
    } else {
      state.shareElements(() -> inChunks(state, source, from, target, to, direction));
    }
  }

  /** Tells whether kernels can apply the mask run by run. */
  private static boolean hasLongRuns(MaskState state) {
    return state.layout().granularity().byPosition()
        && Math.min(state.layout().run(), state.scales().run()) >= LONG_RUN;
  }

  private static Workers.Share onArrays(
      MaskPass pass, Memory in, int from, Memory out, int to, Direction direction) {
    return (element, length) ->
        pass.apply(
            in.array(),
            in.index(from + element),
            out.array(),
            out.index(to + element),
            element,
            length,
            direction);
  }

  private static Workers.Share inRuns(MaskState state, Memory in, int from, Memory out, int to) {
    MaskLayout layout = state.layout();
    Scales scales = state.scales();
    long[] dropped = state.dropped();
    int longest = Math.min(layout.run(), scales.run());
    MemoryPass pass = MemoryPass.of(state);
    return (element, length) -> {
      for (int i = element, run; i < element + length; i += run) {
        run = Math.min(longest - i % longest, element + length - i);
        pass.apply(in, from + i, out, to + i, run, dropped, layout.bit(i), scales.at(i));
      }
    };
  }

  private static Workers.Share inChunks(
      MaskState state, Memory in, int from, Memory out, int to, Direction direction) {
    MaskPass pass = state.pass();
    float[] chunk = WorkArrays.chunk(state.isForOneThread(), 0);
    return (element, length) -> {
      for (int i = element, part; i < element + length; i += part) {
        part = Math.min(Kernels.CHUNK, element + length - i);
        in.get(from + i, chunk, 0, part);
        pass.apply(chunk, 0, chunk, 0, i, part, direction);
        out.put(to + i, chunk, 0, part);
      }
    };
  }

  /**
   * Copies kept elements from {@code a} and dropped ones from {@code b}.
   *
   * <p>Modified: {@code out}.
   */
  public static void select(MaskState state, FloatBuffer a, FloatBuffer b, FloatBuffer out) {
    select(
        state,
        Memory.of(a),
        a.position(),
        Memory.of(b),
        b.position(),
        Memory.of(out),
        out.position());
  }

  static void select(
      MaskState state, Memory kept, int fromA, Memory dropped, int fromB, Memory target, int to) {
    if (kept.array() != null && dropped.array() != null && target.array() != null) {
      state.shareElements(() -> selectOnArrays(state, kept, fromA, dropped, fromB, target, to));
    } else {
      state.shareElements(() -> selectInChunks(state, kept, fromA, dropped, fromB, target, to));
    }
  }

  private static Workers.Share selectOnArrays(
      MaskState state, Memory a, int fromA, Memory b, int fromB, Memory out, int to) {
    MaskPass pass = state.pass();
    return (element, length) ->
        pass.select(
            a.array(),
            a.index(fromA + element),
            b.array(),
            b.index(fromB + element),
            out.array(),
            out.index(to + element),
            element,
            length);
  }

  private static Workers.Share selectInChunks(
      MaskState state, Memory a, int fromA, Memory b, int fromB, Memory out, int to) {
    MaskPass pass = state.pass();
    float[] kept = WorkArrays.chunk(state.isForOneThread(), 0);
    float[] dropped = WorkArrays.chunk(state.isForOneThread(), 1);
    return (element, length) -> {
      for (int i = element, part; i < element + length; i += part) {
        part = Math.min(Kernels.CHUNK, element + length - i);
        a.get(fromA + i, kept, 0, part);
        b.get(fromB + i, dropped, 0, part);
        pass.select(kept, 0, dropped, 0, kept, 0, i, part);
        out.put(to + i, kept, 0, part);
      }
    };
  }

  /**
   * Writes 0 to dropped and the scale to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeMultipliers(MaskState state, FloatBuffer out) {
    writeMultipliers(state, Memory.of(out), out.position());
  }

  static void writeMultipliers(MaskState state, Memory out, int to) {
    write(state, () -> out, to, MaskPass::writeMultipliers);
  }

  /**
   * Writes 0 to dropped and the scale to kept elements, in half precision.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeMultipliers(MaskState state, ShortBuffer out, HalfFormat format) {
    Supplier<Sink> sinks =
        () -> new HalfSink(out, format, Math.min(Kernels.CHUNK, state.shape().size()));
    write(state, sinks, out.position(), MaskPass::writeMultipliers);
  }

  /**
   * Writes the fill to dropped and the shift to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeFill(MaskState state, FloatBuffer out) {
    writeFill(state, Memory.of(out), out.position());
  }

  static void writeFill(MaskState state, Memory out, int to) {
    write(state, () -> out, to, MaskPass::writeFill);
  }

  private static void write(MaskState state, Supplier<Sink> sinks, int to, Output output) {
    state.shareElements(
        () -> {
          MaskPass pass = state.pass();
          Sink sink = sinks.get();
          return sink.array() == null
              ? writeInChunks(pass, WorkArrays.chunk(state.isForOneThread(), 0), sink, to, output)
              : (element, length) ->
                  output.write(pass, sink.array(), sink.index(to + element), element, length);
        });
  }

  private static Workers.Share writeInChunks(
      MaskPass pass, float[] chunk, Sink sink, int to, Output output) {
    return (element, length) -> {
      for (int i = element, part; i < element + length; i += part) {
        part = Math.min(Kernels.CHUNK, element + length - i);
        output.write(pass, chunk, 0, i, part);
        sink.put(to + i, chunk, 0, part);
      }
    };
  }
}
