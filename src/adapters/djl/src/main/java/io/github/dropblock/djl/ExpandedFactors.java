package io.github.dropblock.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * Factors that the engine computes on its device from the mask's bits, so that little goes over the
 * bus: a bit for each stored position, a float for each scale and each value of the fill. Only
 * noise goes as a float for each element.
 */
final class ExpandedFactors implements MaskFactors {
  /** As in {@link io.github.dropblock.HalfPrecision}. */
  private static final float LARGEST_HALF = 65_504;

  private final DropMask mask;
  private final DataType type;
  private final HostArrays host;
  private final NDArray x;
  private final NDArray dropped;
  private final NDArray kept;

  ExpandedFactors(DropMask mask, NDArray x, HostArrays host) {
    this.mask = mask;
    this.x = x;
    this.type = x.getDataType();
    this.host = host;
    this.dropped = dropped();
    this.kept = dropped.eq(0).toType(DataType.FLOAT32, false);
  }

  /** Returns 1 where dropped and 0 where kept, in the shape of the stored bits. */
  private NDArray dropped() {
    long[] extents = Arrays.stream(mask.storedShape().extents()).asLongStream().toArray();
    Shape stored = new Shape(extents);
    long bytes = (stored.size() + Byte.SIZE - 1) / Byte.SIZE;
    NDArray packed = host.bytes(bytes, mask::writeDropped).toType(DataType.INT32, false);
    // The engine's interface has no operation on bits: bit k is set if the rest of a division by
    // 2^(k+1) is at least 2^k.
    NDArray exponents =
        packed.getManager().arange(0, Byte.SIZE, 1, DataType.INT32, packed.getDevice());
    NDArray powers = exponents.onesLike().mul(2).pow(exponents);
    NDArray bits = packed.expandDims(1).mod(powers.mul(2)).gte(powers);
    NDArray flat = bits.flatten().toType(DataType.FLOAT32, false);
    return flat.get(new NDIndex("0:{}", stored.size())).reshape(stored);
  }

  @Override
  public NDArray multipliers() {
    return kept.mul(scales()).toType(type, false);
  }

  private NDArray scales() {
    NDArray scales = host.floats(mask.scales());
    return type == DataType.FLOAT16 ? scales.minimum(LARGEST_HALF) : scales;
  }

  /** The shift comes last: it makes the -0 of a negative value times 0 a 0. */
  @Override
  public NDArray fill() {
    Optional<Tensor> values = mask.fillValues();
    return values.isEmpty()
        ? new WrittenFactors(mask, x, host).fill()
        : dropped
            .mul(host.floats(values.get()))
            .add(kept.mul(mask.fillShift()))
            .toType(type, false);
  }
}
