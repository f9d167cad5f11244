package io.github.dropblock;

import io.github.dropblock.internal.apply.BufferChecks;
import io.github.dropblock.internal.apply.BufferPasses;
import io.github.dropblock.internal.apply.Direction;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.check.Check;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Operations of a {@link DropMask} on the remaining elements of buffers, in row-major order.
 *
 * <p>Positions and limits do not move. Buffers may be heap or direct buffers of any byte order. Two
 * buffers may be the same run of memory, but must not overlap otherwise. Such an overlap is refused
 * if both buffers give access to their array ({@link FloatBuffer#hasArray}). It cannot be detected
 * if one of them is direct, read-only, or a view of a {@code ByteBuffer}.
 *
 * <p>Buffers that give access to their array are as fast as tensors. So are direct buffers in the
 * byte order of the machine, from Java 22 on with the vector kernels. Other buffers go through a
 * small array, piece by piece. Memory of a confined arena belongs to one thread, so its masks need
 * {@link Threads#none()}.
 *
 * @since 0.1.0
 */
public sealed interface MaskOnBuffers permits DropMask {
  /**
   * Applies the mask in place.
   *
   * @param x a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  default void applyInPlace(FloatBuffer x) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkWritable("x", x, state.shape());
    BufferPasses.apply(state, x, x, Direction.FORWARD);
  }

  /**
   * Applies the mask.
   *
   * @param in a buffer with exactly the mask's size remaining; not modified unless it is {@code
   *     out}
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if a buffer is null or of another size, {@code out} is
   *     read-only, or the two overlap detectably; then nothing is modified
   */
  default void apply(FloatBuffer in, FloatBuffer out) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkSize("in", in, state.shape());
    BufferChecks.checkWritable("out", out, state.shape());
    BufferChecks.checkApart("in", in, "out", out);
    BufferPasses.apply(state, in, out, Direction.FORWARD);
  }

  /**
   * Writes the gradient of the input to a buffer, as {@link
   * DropMask#backward(io.github.dropblock.tensor.Tensor)}.
   *
   * @param dy the gradient of the output, with exactly the mask's size remaining; not modified
   *     unless it is {@code dx}
   * @param dx a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if a buffer is null or of another size, {@code dx} is
   *     read-only, or the two overlap detectably; then nothing is modified
   */
  default void backward(FloatBuffer dy, FloatBuffer dx) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkSize("dy", dy, state.shape());
    BufferChecks.checkWritable("dx", dx, state.shape());
    BufferChecks.checkApart("dy", dy, "dx", dx);
    BufferPasses.apply(state, dy, dx, Direction.BACKWARD);
  }

  /**
   * Replaces the gradient of the output by the gradient of the input, as {@link
   * DropMask#backwardInPlace(io.github.dropblock.tensor.Tensor)}.
   *
   * @param dy a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  default void backwardInPlace(FloatBuffer dy) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkWritable("dy", dy, state.shape());
    BufferPasses.apply(state, dy, dy, Direction.BACKWARD);
  }

  /**
   * Writes the multiplier of each element, 0 or the scale, for engines that multiply by themselves.
   *
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  default void writeMultipliers(FloatBuffer out) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkWritable("out", out, state.shape());
    BufferPasses.writeMultipliers(state, out);
  }

  /**
   * Writes the multiplier of each element, 0 or the scale, in half precision.
   *
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @param precision the format, which also defines the rounding
   * @throws IllegalArgumentException if an argument is null, or the buffer read-only or of another
   *     size; then nothing is modified
   */
  default void writeMultipliers(ShortBuffer out, HalfPrecision precision) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkWritable("out", out, state.shape());
    Check.notNull("precision", precision);
    BufferPasses.writeMultipliers(state, out, precision.format());
  }

  /**
   * Writes the fill to dropped and 0 to kept elements, for engines that add by themselves: {@code y
   * = x * multipliers + fill}. Where the fill shifts kept elements, as that of {@link AlphaDropout}
   * does, they get the shift and not 0.
   *
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  default void writeFill(FloatBuffer out) {
    MaskState state = ((DropMask) this).state();
    BufferChecks.checkWritable("out", out, state.shape());
    BufferPasses.writeFill(state, out);
  }
}
