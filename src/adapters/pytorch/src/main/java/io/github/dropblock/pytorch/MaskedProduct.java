package io.github.dropblock.pytorch;

import io.github.dropblock.DropMask;
import org.bytedeco.pytorch.Tensor;

/** Product of a tensor with the multipliers of a mask. */
final class MaskedProduct {
  private MaskedProduct() {}

  /** Returns {@code x * multipliers + fill}, of which the engine knows the gradient. */
  static Tensor of(Tensor x, DropMask mask) {
    return of(x, factors(x, mask, new Uploads()));
  }

  /** Returns the factors in the way that suits the device of a tensor. */
  static MaskFactors factors(Tensor x, DropMask mask, Uploads uploads) {
    return x.is_cpu() ? WrittenFactors.of(x, mask) : ExpandedFactors.of(x, mask, uploads);
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
