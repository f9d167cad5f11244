package io.github.dropblock.djl;

import ai.djl.ndarray.NDArray;
import io.github.dropblock.DropMask;

/**
 * Factors that the library writes, one for each element. This is the fastest way where the engine
 * computes in main memory.
 *
 * @param mask the mask
 * @param x the input
 * @param host where the factors are written
 */
record WrittenFactors(DropMask mask, NDArray x, HostArrays host) implements MaskFactors {
  @Override
  public NDArray multipliers() {
    return host.factors(x.getShape(), x.getDataType(), mask::writeMultipliers);
  }

  @Override
  public NDArray fill() {
    return host.floats(x.getShape(), x.getDataType(), mask::writeFill);
  }
}
