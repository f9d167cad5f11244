package io.github.dropblock;

import io.github.dropblock.internal.apply.BufferChecks;
import io.github.dropblock.internal.apply.Direction;
import io.github.dropblock.internal.apply.ElementOrder;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.StridedPasses;
import io.github.dropblock.internal.check.Check;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Operations of a {@link DropMask} on tensors in buffers in any memory order, such as NHWC or a
 * view of a larger tensor.
 *
 * <p>The indices that {@link Strides} give are absolute. They count from the buffer's index 0, not
 * from its position, and must be less than its limit. Other elements of the buffer are not touched.
 *
 * <p>No two elements may share an index, as those of an expanded tensor do. Strides are accepted at
 * once if each leads beyond all elements of the axes with smaller strides. For other strides an
 * exact search decides, and refuses those that it cannot decide in a million steps.
 *
 * <p>Dense tensors in the orders of engines take about twice the time of row-major order: the bits
 * of the mask are turned, and the elements are not. Views whose rows lie apart take longer. See
 * {@link MaskOnBuffers} for kinds of buffers.
 *
 * @since 0.1.0
 */
public sealed interface MaskOnStrides permits DropMask {
  /**
   * Applies the mask in place.
   *
   * @param x a buffer whose limit is beyond the last element; overwritten
   * @param strides where the elements lie, no two at one index
   * @throws IllegalArgumentException if an argument is null, the buffer is read-only or too short,
   *     or two elements share an index; then nothing is modified
   */
  default void applyInPlace(FloatBuffer x, Strides strides) {
    ElementOrder order = order("x", x, strides);
    StridedPasses.apply(((DropMask) this).state(), x, order, Direction.FORWARD);
  }

  /**
   * Replaces the gradient of the output by the gradient of the input, as {@link
   * DropMask#backwardInPlace(io.github.dropblock.tensor.Tensor)}.
   *
   * @param dy a buffer whose limit is beyond the last element; overwritten
   * @param strides where the elements lie, no two at one index
   * @throws IllegalArgumentException if an argument is null, the buffer is read-only or too short,
   *     or two elements share an index; then nothing is modified
   */
  default void backwardInPlace(FloatBuffer dy, Strides strides) {
    ElementOrder order = order("dy", dy, strides);
    StridedPasses.apply(((DropMask) this).state(), dy, order, Direction.BACKWARD);
  }

  /**
   * Writes the multiplier of each element, 0 or the scale, for engines that multiply by themselves.
   *
   * @param out a buffer whose limit is beyond the last element; overwritten
   * @param strides where the elements lie, no two at one index
   * @throws IllegalArgumentException if an argument is null, the buffer is read-only or too short,
   *     or two elements share an index; then nothing is modified
   */
  default void writeMultipliers(FloatBuffer out, Strides strides) {
    ElementOrder order = order("out", out, strides);
    StridedPasses.writeMultipliers(((DropMask) this).state(), out, order);
  }

  /**
   * Writes the multiplier of each element, 0 or the scale, in half precision.
   *
   * @param out a buffer whose limit is beyond the last element; overwritten
   * @param strides where the elements lie, no two at one index
   * @param precision the format, which also defines the rounding
   * @throws IllegalArgumentException if an argument is null, the buffer is read-only or too short,
   *     or two elements share an index; then nothing is modified
   */
  default void writeMultipliers(ShortBuffer out, Strides strides, HalfPrecision precision) {
    ElementOrder order = order("out", out, strides);
    Check.notNull("precision", precision);
    MaskState state = ((DropMask) this).state();
    StridedPasses.writeMultipliers(state, out, order, precision.format());
  }

  /**
   * Writes the fill to dropped and 0 to kept elements, for engines that add by themselves: {@code y
   * = x * multipliers + fill}. Where the fill shifts kept elements, as that of {@link AlphaDropout}
   * does, they get the shift and not 0.
   *
   * @param out a buffer whose limit is beyond the last element; overwritten
   * @param strides where the elements lie, no two at one index
   * @throws IllegalArgumentException if an argument is null, the buffer is read-only or too short,
   *     or two elements share an index; then nothing is modified
   */
  default void writeFill(FloatBuffer out, Strides strides) {
    ElementOrder order = order("out", out, strides);
    StridedPasses.writeFill(((DropMask) this).state(), out, order);
  }

  private ElementOrder order(String name, Buffer buffer, Strides strides) {
    Check.notNull(name, buffer);
    ElementOrder order = Check.notNull("strides", strides).order(((DropMask) this).shape());
    BufferChecks.checkWritable(name, buffer, order);
    return order;
  }
}
