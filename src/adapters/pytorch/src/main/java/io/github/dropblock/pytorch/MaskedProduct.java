package io.github.dropblock.pytorch;

import io.github.dropblock.DropMask;
import org.bytedeco.pytorch.Tensor;

/** Product of a tensor with the multipliers of a mask. */
final class MaskedProduct {
  private MaskedProduct() {}

  /** Returns {@code x * multipliers + fill}, of which the engine knows the gradient. */
  static Tensor of(Tensor x, DropMask mask) {
    return x.is_cpu()
        ? of(x, WrittenFactors.of(x, mask))
        : of(x, ExpandedFactors.of(x, mask, new Uploads()));
  }

  /**
   * Returns the same for given factors.
   *
   * <p>Closed: {@code factors}.
   */
  static Tensor of(Tensor x, MaskFactors factors) {
    try (factors) {
      Tensor y = x.mul(factors.multipliers());
      factors.fill().ifPresent(y::add_);
      return y;
    }
  }
}
