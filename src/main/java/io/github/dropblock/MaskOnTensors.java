package io.github.dropblock;

import io.github.dropblock.internal.apply.Direction;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.TensorChecks;
import io.github.dropblock.tensor.Tensor;

/**
 * Operations of a {@link DropMask} on tensors.
 *
 * @since 0.1.0
 */
public sealed interface MaskOnTensors permits DropMask {
  /**
   * Applies the mask.
   *
   * @param x a tensor of the mask's shape; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null or of another shape
   */
  default Tensor apply(Tensor x) {
    TensorChecks.checkShape("x", x, ((DropMask) this).shape());
    return apply(x, Tensor.zeros(x.shape()));
  }

  /**
   * Applies the mask and writes the result to a tensor.
   *
   * @param x a tensor of the mask's shape; not modified unless it is {@code out}
   * @param out a tensor of the mask's shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null or of another shape, or if the two overlap
   *     in one array without being the same run; then nothing is modified
   */
  default Tensor apply(Tensor x, Tensor out) {
    MaskState state = ((DropMask) this).state();
    TensorChecks.checkPair("x", x, "out", out, state.shape());
    state.apply(x, out, Direction.FORWARD);
    return out;
  }

  /**
   * Applies the mask in place.
   *
   * @param x a tensor of the mask's shape; overwritten
   * @return {@code x}
   * @throws IllegalArgumentException if {@code x} is null or of another shape; then nothing is
   *     modified
   */
  default Tensor applyInPlace(Tensor x) {
    return apply(x, x);
  }

  /**
   * Returns the gradient of the input: {@code dx = kept ? dy * scale : 0}. Without a fill, the mask
   * is a linear map that is its own adjoint. So this equals {@link #apply(Tensor)} with fill 0.
   *
   * @param dy the gradient of the output, of the mask's shape; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape
   */
  default Tensor backward(Tensor dy) {
    TensorChecks.checkShape("dy", dy, ((DropMask) this).shape());
    return backward(dy, Tensor.zeros(dy.shape()));
  }

  /**
   * Writes the gradient of the input to a tensor, as {@link #backward(Tensor)}.
   *
   * @param dy the gradient of the output, of the mask's shape; not modified unless it is {@code dx}
   * @param dx a tensor of the mask's shape; overwritten
   * @return {@code dx}
   * @throws IllegalArgumentException if a tensor is null or of another shape, or if the two overlap
   *     in one array without being the same run; then nothing is modified
   */
  default Tensor backward(Tensor dy, Tensor dx) {
    MaskState state = ((DropMask) this).state();
    TensorChecks.checkPair("dy", dy, "dx", dx, state.shape());
    state.apply(dy, dx, Direction.BACKWARD);
    return dx;
  }

  /**
   * Replaces the gradient of the output by the gradient of the input.
   *
   * @param dy the gradient of the output, of the mask's shape; overwritten
   * @return {@code dy}
   * @throws IllegalArgumentException if {@code dy} is null or of another shape; then nothing is
   *     modified
   */
  default Tensor backwardInPlace(Tensor dy) {
    return backward(dy, dy);
  }
}
