package io.github.dropblock;

import io.github.dropblock.internal.apply.BufferChecks;
import io.github.dropblock.internal.apply.BufferPasses;
import io.github.dropblock.internal.apply.ElementOrder;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.StridedPasses;
import io.github.dropblock.internal.apply.TensorChecks;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;

/**
 * Selection by a {@link DropMask} from two tensors: kept positions from one and dropped positions
 * from the other.
 *
 * <p>Numbers are copied bit for bit, even the payload of a NaN. The scale and the fill are ignored.
 *
 * @since 0.1.0
 */
public sealed interface MaskSelection permits DropMask {
  /**
   * Copies kept positions from one tensor and dropped positions from another.
   *
   * @param a a tensor of the mask's shape, for kept positions; not modified unless it is {@code
   *     out}
   * @param b a tensor of the mask's shape, for dropped positions; not modified unless it is {@code
   *     out}
   * @param out a tensor of the mask's shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null or of another shape, or if {@code out}
   *     overlaps another in one array without being the same run; then nothing is modified
   */
  default Tensor select(Tensor a, Tensor b, Tensor out) {
    MaskState state = ((DropMask) this).state();
    TensorChecks.checkShape("a", a, state.shape());
    TensorChecks.checkPair("b", b, "out", out, state.shape());
    TensorChecks.checkPair("a", a, "out", out, state.shape());
    state.select(a, b, out);
    return out;
  }

  /**
   * Copies kept positions from one buffer and dropped positions from another. Each buffer's
   * remaining elements are used, and positions and limits do not move. See {@link MaskOnBuffers}
   * for overlaps.
   *
   * @param a a buffer with exactly the mask's size remaining, for kept positions; not modified
   *     unless it is {@code out}
   * @param b a buffer with exactly the mask's size remaining, for dropped positions; not modified
   *     unless it is {@code out}
   * @param out a buffer with exactly the mask's size remaining; overwritten
   * @throws IllegalArgumentException if a buffer is null or of another size, {@code out} is
   *     read-only, or seen to overlap another; then nothing is modified
   */
  default void select(FloatBuffer a, FloatBuffer b, FloatBuffer out) {
    MaskState state = ((DropMask) this).state();
    Shape shape = state.shape();
    BufferChecks.checkSize("a", a, shape);
    BufferChecks.checkSize("b", b, shape);
    BufferChecks.checkWritable("out", out, shape);
    BufferChecks.checkApart("a", a, "out", out);
    BufferChecks.checkApart("b", b, "out", out);
    BufferPasses.select(state, a, b, out);
  }

  /**
   * Copies kept positions from one buffer and dropped positions from another, in any memory order,
   * which is the same in all three buffers. See {@link MaskOnStrides} for indices.
   *
   * @param a a buffer whose limit is beyond the last element, for kept positions; not modified
   *     unless it is {@code out}
   * @param b a buffer whose limit is beyond the last element, for dropped positions; not modified
   *     unless it is {@code out}
   * @param out a buffer whose limit is beyond the last element; overwritten
   * @param strides where the elements lie, no two at one index
   * @throws IllegalArgumentException if an argument is null, a buffer is too short, {@code out} is
   *     read-only, or seen to overlap another, or two elements share an index; then nothing is
   *     modified
   */
  default void select(FloatBuffer a, FloatBuffer b, FloatBuffer out, Strides strides) {
    MaskState state = ((DropMask) this).state();
    ElementOrder order = Check.notNull("strides", strides).order(state.shape());
    BufferChecks.checkReach("a", a, order);
    BufferChecks.checkReach("b", b, order);
    BufferChecks.checkWritable("out", out, order);
    BufferChecks.checkApart("a", a, "out", out, order);
    BufferChecks.checkApart("b", b, "out", out, order);
    StridedPasses.select(state, a, b, out, order);
  }
}
