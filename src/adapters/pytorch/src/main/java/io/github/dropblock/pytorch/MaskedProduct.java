package io.github.dropblock.pytorch;

import io.github.dropblock.DropMask;
import io.github.dropblock.HalfPrecision;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Product of a tensor with the multipliers of a mask. */
final class MaskedProduct {
  private static final Map<ScalarType, HalfPrecision> HALVES =
      Map.of(ScalarType.Half, HalfPrecision.BINARY16, ScalarType.BFloat16, HalfPrecision.BFLOAT16);

  private MaskedProduct() {}

  /**
   * Returns {@code x * multipliers + fill}, of which the engine knows the gradient. The engine
   * keeps the memory of the multipliers for the backward pass, so only their handle is closed here.
   */
  static Tensor of(Tensor x, DropMask mask) {
    try (Tensor multipliers = multipliers(x, mask)) {
      if (!mask.hasFill()) {
        return x.mul(multipliers);
      }
      try (Tensor fill = fill(x, mask)) {
        Tensor y = x.mul(multipliers);
        y.add_(fill);
        return y;
      }
    }
  }

  private static Tensor multipliers(Tensor x, DropMask mask) {
    ScalarType type = x.scalar_type().intern();
    HalfPrecision precision = HALVES.get(type);
    if (precision == null) {
      DenseTensor floats = DenseTensor.like(x, ScalarType.Float);
      floats.<FloatBuffer>write(mask::writeMultipliers, mask::writeMultipliers);
      return floats.as(x);
    }
    DenseTensor halves = DenseTensor.like(x, type);
    halves.<ShortBuffer>write(
        buffer -> mask.writeMultipliers(buffer, precision),
        (buffer, strides) -> mask.writeMultipliers(buffer, strides, precision));
    return halves.as(x);
  }

  private static Tensor fill(Tensor x, DropMask mask) {
    DenseTensor floats = DenseTensor.like(x, ScalarType.Float);
    floats.<FloatBuffer>write(mask::writeFill, mask::writeFill);
    return floats.as(x);
  }
}
