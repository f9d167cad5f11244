package io.github.dropblock.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.DropMask;

/** A mask's factors as an array of the engine, and the product with it. */
final class MaskedProduct {
  private MaskedProduct() {}

  /** {@code x * multipliers + fill}; the engine knows its gradient. */
  static NDArray of(NDArray x, DropMask mask) {
    // What is written here lies in the engine's memory and outlives its name in Java for as long
    // as the backward pass needs it.
    try (NDManager temporary = x.getManager().newSubManager(Device.cpu())) {
      HostArrays host = new HostArrays(temporary, x.getDevice());
      MaskFactors factors =
          isInMainMemory(x)
              ? new WrittenFactors(mask, x, host)
              : new ExpandedFactors(mask, x, host);
      NDArray y = x.mul(factors.multipliers());
      return mask.hasFill() ? y.addi(factors.fill()) : y;
    }
  }

  private static boolean isInMainMemory(NDArray x) {
    return x.getDevice().getDeviceType().equals(Device.Type.CPU);
  }
}
