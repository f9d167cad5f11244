package io.github.dropblock;

import io.github.dropblock.internal.apply.MaskParts;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Parts of a {@link DropMask} for engines whose arrays are not in main memory. They are much
 * smaller than the multipliers: one bit instead of a float per element, or less. An engine copies
 * them to its device, and there computes {@code y = kept ? x * scale + shift : value}.
 *
 * <p>The parts have shapes with the same number of axes as the mask's. An extent of 1 stands for
 * all indices of the axis, which is the broadcasting of engines.
 *
 * @since 0.1.0
 */
public sealed interface MaskOnDevices permits DropMask {
  /**
   * Returns the shape of the stored bits: that of the mask, with extent 1 where bits are shared.
   *
   * @return a shape of the mask's rank
   */
  default Shape storedShape() {
    return MaskParts.storedShape(((DropMask) this).state());
  }

  /**
   * Writes the stored bits: set where dropped, in row-major order of {@link #storedShape}. Bit i is
   * bit {@code i % 8} of byte {@code i / 8}, counted from the lowest. Unused bits of the last byte
   * are 0. The buffer's position and limit do not move.
   *
   * @param out a buffer with exactly (size of the stored shape + 7) / 8 bytes remaining;
   *     overwritten
   * @throws IllegalArgumentException if the buffer is null, read-only or of another size; then
   *     nothing is modified
   */
  default void writeDropped(ByteBuffer out) {
    Check.notNull("out", out);
    MaskParts.writeDropped(((DropMask) this).state(), out);
  }

  /**
   * Returns the scales of kept elements.
   *
   * @return one number for the tensor, or one for each stored sample (N, 1, ...) or plane (N, C, 1,
   *     ...) by the normalization
   */
  default Tensor scales() {
    return MaskParts.scales(((DropMask) this).state());
  }

  /**
   * Returns the values of dropped elements, without the noise of a fill that is random.
   *
   * @return one number for the tensor, or one for each channel (1, C, 1, ...); empty for noise,
   *     which {@link DropMask#writeFill(java.nio.FloatBuffer)} writes
   */
  default Optional<Tensor> fillValues() {
    return MaskParts.fillValues(((DropMask) this).state());
  }

  /** {@return the number that is added to kept elements after their product with the scale} */
  default float fillShift() {
    return ((DropMask) this).state().fill().value().shift();
  }
}
