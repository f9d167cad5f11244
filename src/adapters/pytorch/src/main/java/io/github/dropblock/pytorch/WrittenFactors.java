package io.github.dropblock.pytorch;

import io.github.dropblock.DropMask;
import io.github.dropblock.HalfPrecision;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Factors that the library writes, one for each element. This is the fastest way where the engine
 * computes in main memory.
 */
final class WrittenFactors {
  private static final Map<ScalarType, HalfPrecision> HALVES =
      Map.of(ScalarType.Half, HalfPrecision.BINARY16, ScalarType.BFloat16, HalfPrecision.BFLOAT16);

  private WrittenFactors() {}

  static MaskFactors of(Tensor x, DropMask mask) {
    return new MaskFactors(
        multipliers(x, mask), mask.hasFill() ? Optional.of(fill(x, mask)) : Optional.empty());
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

  /** Writes the fill, in main memory, and sends it to the device of the input. */
  static Tensor fill(Tensor x, DropMask mask) {
    DenseTensor floats = DenseTensor.like(x, ScalarType.Float);
    floats.<FloatBuffer>write(mask::writeFill, mask::writeFill);
    return floats.as(x);
  }
}
