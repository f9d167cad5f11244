package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.Scales;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.internal.codec.SerialProxy;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;

/**
 * Mask that says which positions of a tensor are kept: {@code y = kept ? x * scale : fill}.
 *
 * <p>A mask has at most one bit per element, and stores bits that elements share once. A dropped
 * position is overwritten, not multiplied by 0, so NaN and infinity in the input do not leak
 * through it. Kept positions propagate them. See {@link Normalization} for the scale and {@link
 * Fill} for the value of dropped positions.
 *
 * <p>Safe for use by many threads, and immutable unless it is given to {@link
 * Regularizer#sampleInto(DropMask, long)}. Java serialization writes the bytes of {@link #toBytes}.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // A proxy is written.
public final class DropMask
    implements MaskContents,
        MaskOnTensors,
        MaskOnBuffers,
        MaskOnStrides,
        MaskOnDevices,
        MaskSelection,
        Serializable {
  private final MaskState state;

  DropMask(MaskState state) {
    this.state = state;
  }

  MaskState state() {
    return state;
  }

  /** Returns how many bits are stored, counting shared bits once. */
  int storedBits() {
    return state.layout().bits();
  }

  /**
   * Creates a mask from one bit per element, with scale 1 and fill 0. See {@link
   * #with(Normalization)} and {@link #with(Fill)} to change them.
   *
   * @param shape the shape of the tensors that the mask is for
   * @param dropped one bit per element in row-major order, set if the element is dropped; copied
   * @return the mask
   * @throws IllegalArgumentException if an argument is null or a bit is beyond the size
   */
  public static DropMask of(Shape shape, BitSet dropped) {
    return of(shape, MaskSharing.NONE, dropped);
  }

  /**
   * Creates a mask that planes share, from one bit per stored position.
   *
   * @param shape the shape of the tensors that the mask is for
   * @param sharing which planes share their bits
   * @param dropped one bit per stored position in the order sample, channel, position, set if the
   *     position is dropped; samples or channels that share bits have them once; copied
   * @return the mask, with factor 1 and no fill
   * @throws IllegalArgumentException if an argument is null or a bit is beyond the stored ones
   */
  public static DropMask of(Shape shape, MaskSharing sharing, BitSet dropped) {
    Check.notNull("shape", shape);
    Check.notNull("sharing", sharing);
    Check.notNull("dropped", dropped);
    return new DropMask(
        MaskState.of(shape, sharing.granularity(), dropped, Threads.common().workers()));
  }

  /**
   * Creates a mask that drops the positions for which a condition is true.
   *
   * @param shape the shape of the tensors that the mask is for
   * @param dropped the condition, which is tested once per position in row-major order
   * @return the mask, with factor 1 and no fill
   * @throws IllegalArgumentException if an argument is null
   */
  public static DropMask where(Shape shape, PositionPredicate dropped) {
    Check.notNull("shape", shape);
    Check.notNull("dropped", dropped);
    BitSet bits = new BitSet(shape.size());
    for (int i = 0; i < shape.size(); i++) {
      int row = i / shape.w();
      int layer = row / shape.h();
      int plane = layer / shape.d();
      int n = plane / shape.c();
      int c = plane % shape.c();
      bits.set(i, dropped.test(n, c, layer % shape.d(), row % shape.h(), i % shape.w()));
    }
    return of(shape, bits);
  }

  /**
   * Creates a mask from a tensor of zeros and ones, as {@link #toTensor} returns.
   *
   * @param kept 1 where kept, 0 where dropped; not modified
   * @return the mask, with factor 1 and no fill
   * @throws IllegalArgumentException if {@code kept} is null or has other values
   */
  public static DropMask ofKept(Tensor kept) {
    Shape shape = Check.notNull("kept", kept).shape();
    BitSet bits = new BitSet(shape.size());
    for (int i = 0; i < shape.size(); i++) {
      float value = kept.data()[kept.offset() + i];
      if (value != 0 && value != 1) {
        throw new IllegalArgumentException(
            "kept must be 0 or 1 at each element: " + value + " at element " + i);
      }
      bits.set(i, value == 0);
    }
    return of(shape, bits);
  }

  /**
   * Returns a copy of the mask with another scale for kept positions.
   *
   * @param normalization the normalization; {@code EXPECTED} only if the mask has it already, since
   *     a mask does not know its distribution
   * @return a new mask
   * @throws IllegalArgumentException if {@code normalization} is null, or EXPECTED and the mask has
   *     another
   */
  public DropMask with(Normalization normalization) {
    Check.notNull("normalization", normalization);
    if (normalization == normalization()) {
      return new DropMask(state.with(state.rule()));
    }
    if (normalization == Normalization.EXPECTED) {
      throw new IllegalArgumentException(
          "normalization must not be EXPECTED for a mask that was not drawn with it, since a mask"
              + " does not know its distribution");
    }
    return new DropMask(state.with(normalization.rule(() -> Double.NaN)));
  }

  /**
   * Returns a copy of the mask with another fill. Noise follows from the mask's own seed and step.
   *
   * @param fill the value of dropped positions
   * @return a new mask
   * @throws IllegalArgumentException if {@code fill} is null
   */
  public DropMask with(Fill fill) {
    return with(fill, state.fill().seed(), state.fill().step());
  }

  /**
   * Returns a copy of the mask with another fill, whose noise follows from a given seed and step.
   *
   * @param fill the value of dropped positions
   * @param seed any number
   * @param step at least 0
   * @return a new mask
   * @throws IllegalArgumentException if {@code fill} is null or {@code step} negative
   */
  public DropMask with(Fill fill, long seed, long step) {
    FillValue value = Check.notNull("fill", fill).value();
    return new DropMask(state.with(value, seed, Check.atLeast("step", step, 0L)));
  }

  /**
   * Returns a copy of the mask with other threads, which never change a result.
   *
   * @param threads the threads that share the work on large tensors
   * @return a new mask
   * @throws IllegalArgumentException if {@code threads} is null
   */
  public DropMask with(Threads threads) {
    return new DropMask(state.with(Check.notNull("threads", threads).workers()));
  }

  /**
   * Returns a copy of the mask for a part of a batch that several workers share. With {@link
   * Normalization#TENSOR}, kept positions are then multiplied by {@code size / keptCount} of the
   * whole batch.
   *
   * @param keptCount number of kept positions of all parts, at least this part's
   * @param size number of positions of all parts, at least {@code keptCount} plus this part's
   *     dropped positions
   * @return a new mask with a copy of this one's bits
   * @throws IllegalArgumentException if a count is out of range
   * @throws IllegalStateException if the normalization is not TENSOR
   */
  public DropMask withTotals(long keptCount, long size) {
    if (normalization() != Normalization.TENSOR) {
      throw new IllegalStateException("totals are for Normalization.TENSOR: " + normalization());
    }
    long dropped = shape().size() - state.keptCount();
    Check.inRange("keptCount", keptCount, state.keptCount(), Long.MAX_VALUE - dropped);
    Check.atLeast("size", size, keptCount + dropped);
    return new DropMask(state.withTotals(keptCount, size));
  }

  /**
   * Returns the mask as a map that any JSON library can write, with its bits in Base64.
   *
   * @return a new map
   */
  public Map<String, Object> toMap() {
    return MaskFormat.write(state, true);
  }

  /**
   * Reads a mask from what {@link #toMap} returned, even after a round trip through JSON.
   *
   * @param map the map
   * @return the mask
   * @throws IllegalArgumentException if the map is null, or a value is missing, unknown or out of
   *     range
   */
  public static DropMask fromMap(Map<String, ?> map) {
    return new DropMask(MaskFormat.read(map));
  }

  /**
   * Returns the mask as bytes with a checksum. They take little more than one bit per stored bit.
   *
   * @return a new array
   */
  public byte[] toBytes() {
    return MapBytes.write(MaskFormat.write(state, false));
  }

  /**
   * Reads a mask from what {@link #toBytes} returned. Memory is bounded by the length of the bytes.
   *
   * @param bytes the bytes; not modified
   * @return the mask
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  public static DropMask fromBytes(byte[] bytes) {
    return new DropMask(MaskFormat.read(MapBytes.read(bytes)));
  }

  /**
   * Tells whether another mask has the same shape, bits, scales and fill. The seed, the step and
   * the first sample count only if the fill is noise.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof DropMask m && state.isSameAs(m.state);
  }

  /**
   * Returns a hash code that agrees with {@link #equals}. It changes when another mask is sampled
   * into this one.
   */
  @Override
  public int hashCode() {
    return Objects.hash(shape(), Arrays.hashCode(state.dropped()), state.rule());
  }

  /** Returns the shape, the kept count and the scale. */
  @Override
  public String toString() {
    Scales scales = state.scales();
    String scale = scales.isSingle() ? "" + scales.single() : "by " + normalization();
    return "DropMask[" + shape() + ", kept " + keptCount() + ", scale " + scale + "]";
  }

  @Serial
  private Object writeReplace() throws NotSerializableException {
    return SavedForm.of(() -> MaskFormat.write(state, false));
  }

  @Serial
  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerialProxy.refusal(DropMask.class);
  }
}
