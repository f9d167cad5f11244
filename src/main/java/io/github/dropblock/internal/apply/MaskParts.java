package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.apply.ScaleRule.Basis;
import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Parts of a mask from which another device computes its effect. */
public final class MaskParts {
  private MaskParts() {}

  /** Returns the shape of the stored bits, with extent 1 along axes that share them. */
  public static Shape storedShape(MaskState state) {
    Granularity granularity = state.layout().granularity();
    Shape shape = state.shape();
    return shape(
        shape,
        state.layout().storedSamples(),
        granularity.planes(shape.c()),
        granularity.byPosition());
  }

  /** Returns a shape of the same rank, whose maps may have the extent 1 along each axis. */
  private static Shape shape(Shape of, int samples, int channels, boolean wholeMaps) {
    int[] extents = of.extents();
    extents[0] = samples;
    extents[1] = channels;
    for (int axis = 2; axis < extents.length; axis++) {
      extents[axis] = wholeMaps ? extents[axis] : 1;
    }
    return Shape.of(extents);
  }

  /**
   * Writes the stored bits, the lowest of each byte first.
   *
   * <p>Modified: {@code out}.
   */
  public static void writeDropped(MaskState state, ByteBuffer out) {
    int bytes = Bits.bytes(state.layout().bits());
    if (out.remaining() != bytes || out.isReadOnly()) {
      throw new IllegalArgumentException(
          "out must be writable, with " + bytes + " bytes remaining: " + out);
    }
    ByteBuffer view = out.slice().order(ByteOrder.LITTLE_ENDIAN);
    int whole = bytes / Long.BYTES;
    view.asLongBuffer().put(state.dropped(), 0, whole);
    for (int i = whole * Long.BYTES; i < bytes; i++) {
      view.put(i, (byte) (state.dropped()[whole] >>> (i % Long.BYTES * Byte.SIZE)));
    }
  }

  /** Returns the scales: one for the tensor, or one for each stored sample or plane. */
  public static Tensor scales(MaskState state) {
    Scales scales = state.scales();
    if (scales.isSingle()) {
      return Tensor.full(shape(state.shape(), 1, 1, false), scales.single());
    }
    int channels = scales.basis() == Basis.PLANE ? state.layout().planesOfSample() : 1;
    Shape shape = shape(state.shape(), state.layout().storedSamples(), channels, false);
    return Tensor.of(scales.values().clone(), shape);
  }

  /** Returns the values of dropped elements: one for the tensor or each channel; none for noise. */
  public static Optional<Tensor> fillValues(MaskState state) {
    FillValue value = state.fill().value();
    if (value instanceof FillValue.Constant constant) {
      return Optional.of(Tensor.full(shape(state.shape(), 1, 1, false), constant.value()));
    }
    if (value instanceof FillValue.PerChannel perChannel) {
      Tensor values = Tensor.zeros(shape(state.shape(), 1, perChannel.channels(), false));
      for (int c = 0; c < perChannel.channels(); c++) {
        values.data()[c] = perChannel.value(c);
      }
      return Optional.of(values);
    }
    return Optional.empty();
  }
}
