package io.github.dropblock.pytorch;

import io.github.dropblock.DropMask;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Factors that the engine computes on the device of the input from the bits of the mask, so that
 * little goes over the bus: a bit for each stored position, and a float for each scale and each
 * value of the fill. Only noise goes as a float for each element.
 */
final class ExpandedFactors {
  /** Largest numbers of the types that floats exceed. A scale must not become infinite. */
  private static final Map<ScalarType, Float> LARGEST =
      Map.of(ScalarType.Half, 65504f, ScalarType.BFloat16, 0x1.FEp127f);

  private final Tensor x;
  private final ScalarType type;
  private final DropMask mask;
  private final Uploads uploads;

  private ExpandedFactors(Tensor x, DropMask mask, Uploads uploads) {
    this.x = x;
    this.type = x.scalar_type().intern();
    this.mask = mask;
    this.uploads = uploads;
  }

  static MaskFactors of(Tensor x, DropMask mask, Uploads uploads) {
    // Frees all tensors but those that are retained. The caller closes these.
    try (PointerScope temporary = new PointerScope()) {
      return new ExpandedFactors(x, mask, uploads).factors();
    }
  }

  private MaskFactors factors() {
    Device device = x.device();
    Tensor bits = dropped(device);
    Tensor kept = bits.eq(new Scalar(0)).to(ScalarType.Float);
    Tensor multipliers = kept.mul(scales(device)).to(type);
    Optional<Tensor> fill =
        mask.hasFill()
            ? Optional.of(fill(device, bits.to(ScalarType.Float), kept))
            : Optional.empty();
    return new MaskFactors(multipliers.retainReference(), fill);
  }

  /** Returns 1 where dropped and 0 where kept, in the shape of the stored bits. */
  private Tensor dropped(Device device) {
    int[] extents = mask.storedShape().extents();
    int size = mask.storedShape().size();
    int bytes = (size + Byte.SIZE - 1) / Byte.SIZE;
    Tensor packed = uploads.bytes(device, bytes, mask::writeDropped);
    TensorOptions options = new TensorOptions(ScalarType.Byte).device(new DeviceOptional(device));
    Tensor numbers = torch.arange(new Scalar(Byte.SIZE), options);
    return packed
        .unsqueeze(1)
        .bitwise_right_shift(numbers)
        .bitwise_and(new Scalar(1))
        .flatten()
        .narrow(0, 0, size)
        .view(Arrays.stream(extents).asLongStream().toArray());
  }

  private Tensor scales(Device device) {
    io.github.dropblock.tensor.Tensor scales = mask.scales();
    float largest = LARGEST.getOrDefault(type, Float.MAX_VALUE);
    float[] data = scales.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = Math.min(data[i], largest);
    }
    return uploads.floats(device, scales);
  }

  /** The shift comes last: it makes the -0 of a negative value times 0 a 0. */
  private Tensor fill(Device device, Tensor dropped, Tensor kept) {
    return mask.fillValues()
        .map(
            values ->
                dropped
                    .mul(uploads.floats(device, values))
                    .add(kept.mul(new Scalar(mask.fillShift())))
                    .to(type)
                    .<Tensor>retainReference())
        .orElseGet(() -> noise());
  }

  private Tensor noise() {
    uploads.add(x.numel() * Float.BYTES);
    return WrittenFactors.fill(x, mask).retainReference();
  }
}
