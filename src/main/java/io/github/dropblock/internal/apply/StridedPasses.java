package io.github.dropblock.internal.apply;

import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.Function;

/**
 * Passes of a mask over tensors that lie in buffers in any memory order.
 *
 * <p>Each pass works block by block: see {@link BlockPass}. Large tensors are shared among threads.
 */
public final class StridedPasses {
  private StridedPasses() {}

  /**
   * Applies the mask in place.
   *
   * <p>Modified: {@code x}.
   */
  public static void apply(
      MaskState state, FloatBuffer x, ElementOrder order, Direction direction) {
    if (!state.isIdentity()) {
      Memory memory = Memory.of(x);
      share(state, order, pass -> (from, to) -> pass.apply(memory, from, to, direction));
    }
  }

  /**
   * Copies kept elements from {@code a} and dropped ones from {@code b}.
   *
   * <p>Modified: {@code out}.
   */
  public static void select(
      MaskState state, FloatBuffer a, FloatBuffer b, FloatBuffer out, ElementOrder order) {
    Memory kept = Memory.of(a);
    Memory dropped = Memory.of(b);
    Memory memory = Memory.of(out);
    share(state, order, pass -> (from, to) -> pass.select(kept, dropped, memory, from, to));
  }

  /**
   * Writes 0 to dropped and the scale to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeMultipliers(MaskState state, FloatBuffer out, ElementOrder order) {
    Sink sink = Memory.of(out);
    share(state, order, pass -> (from, to) -> pass.writeMultipliers(sink, from, to));
  }

  /**
   * Writes 0 to dropped and the scale to kept elements, in half precision.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeMultipliers(
      MaskState state, ShortBuffer out, ElementOrder order, HalfFormat format) {
    share(
        state,
        order,
        pass -> {
          Sink sink = new HalfSink(out, format, BlockPass.longestPut());
          return (from, to) -> pass.writeMultipliers(sink, from, to);
        });
  }

  /**
   * Writes the fill to dropped and the shift to kept elements.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeFill(MaskState state, FloatBuffer out, ElementOrder order) {
    Sink sink = Memory.of(out);
    share(state, order, pass -> (from, to) -> pass.writeFill(sink, from, to));
  }

  private static void share(
      MaskState state, ElementOrder order, Function<BlockPass, Workers.Blocks> passes) {
    int size = order.shape().size();
    if (size > 0) {
      BlockPlan plan =
          new BlockPlan(order.offset(), MemoryAxis.of(order, state.layout(), state.scales()));
      state
          .workers()
          .shareBlocks(size, plan.blocks(), () -> passes.apply(new BlockPass(plan, state)));
    }
  }
}
