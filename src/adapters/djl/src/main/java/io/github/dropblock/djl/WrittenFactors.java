package io.github.dropblock.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.github.dropblock.DropMask;
import io.github.dropblock.HalfPrecision;

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
    if (x.getDataType() == DataType.FLOAT16) {
      // The library rounds so that no scale becomes infinite.
      return host.halves(
          x.getShape(), buffer -> mask.writeMultipliers(buffer, HalfPrecision.BINARY16));
    }
    return host.floats(x.getShape(), x.getDataType(), mask::writeMultipliers);
  }

  @Override
  public NDArray fill() {
    return host.floats(x.getShape(), x.getDataType(), mask::writeFill);
  }
}
