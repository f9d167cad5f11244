package io.github.dropblock;

import io.github.dropblock.internal.apply.Direction;
import io.github.dropblock.internal.apply.MaskState;
import io.github.dropblock.internal.apply.Scales;
import io.github.dropblock.internal.apply.TensorChecks;
import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapBytes;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Map;

/**
 * What a regularizer kept, and how to apply it: {@code y = kept ? x * scale : fill}.
 *
 * <p>At most one bit an element; bits that elements share are stored once. A dropped position is
 * written, not multiplied: NaN and infinity in the input do not leak through it. Kept positions
 * propagate them. See {@link Normalization} for the scale and {@link Fill} for what is written.
 *
 * <p>Safe for use by many threads, and immutable unless it is given to {@link
 * Regularizer#sampleInto(DropMask, long)}.
 *
 * @since 0.1.0
 */
public final class DropMask implements MaskOnBuffers, MaskOnStrides, MaskSelection {
  private final MaskState state;

  DropMask(MaskState state) {
    this.state = state;
  }

  MaskState state() {
    return state;
  }

  private Normalization normalization() {
    return Normalization.of(state.scales().basis());
  }

  /** Returns how many bits are stored, once for those that share them. */
  int storedBits() {
    return state.layout().bits();
  }

  /**
   * The same mask as a part of a batch that several workers share: with {@link
   * Normalization#TENSOR}, kept positions are multiplied by {@code size / keptCount} of the whole.
   *
   * @param keptCount kept positions of all parts, at least those of this one
   * @param size positions of all parts, such that at least this part's are dropped
   * @return a new mask with a copy of this one's bits
   * @throws IllegalArgumentException if a count is out of range
   * @throws IllegalStateException if the normalization is another
   */
  public DropMask withTotals(long keptCount, long size) {
    Normalization normalization = normalization();
    if (normalization != Normalization.TENSOR) {
      throw new IllegalStateException("totals are for Normalization.TENSOR: " + normalization);
    }
    long dropped = shape().size() - state.keptCount();
    Check.inRange("keptCount", keptCount, state.keptCount(), Long.MAX_VALUE - dropped);
    Check.atLeast("size", size, keptCount + dropped);
    return new DropMask(state.withTotals(keptCount, size));
  }

  /**
   * Applies the mask.
   *
   * @param x a tensor of the mask's shape; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null or of another shape
   */
  public Tensor apply(Tensor x) {
    TensorChecks.checkShape("x", x, shape());
    return applied(x, Direction.FORWARD);
  }

  /**
   * Applies the mask into a tensor.
   *
   * @param x a tensor of the mask's shape; not modified unless it is {@code out}
   * @param out a tensor of the mask's shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null or of another shape, or if the two overlap
   *     in one array without being the same run; then nothing is modified
   */
  public Tensor apply(Tensor x, Tensor out) {
    TensorChecks.checkPair("x", x, "out", out, shape());
    state.apply(x, out, Direction.FORWARD);
    return out;
  }

  /**
   * Applies the mask in place.
   *
   * @param x a tensor of the mask's shape; overwritten
   * @return {@code x}
   * @throws IllegalArgumentException if {@code x} is null or of another shape; then nothing is
   *     modified
   */
  public Tensor applyInPlace(Tensor x) {
    return apply(x, x);
  }

  /**
   * The gradient of the input: {@code dx = kept ? dy * scale : 0}. The mask is a linear map and its
   * own adjoint, so this is {@link #apply(Tensor)} but for the fill, whose gradient is 0.
   *
   * @param dy the gradient of the output, of the mask's shape; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape
   */
  public Tensor backward(Tensor dy) {
    TensorChecks.checkShape("dy", dy, shape());
    return applied(dy, Direction.BACKWARD);
  }

  /**
   * Writes the gradient of the input, as {@link #backward(Tensor)}, into an existing tensor.
   *
   * @param dy the gradient of the output, of the mask's shape; not modified unless it is {@code dx}
   * @param dx a tensor of the mask's shape; overwritten
   * @return {@code dx}
   * @throws IllegalArgumentException if a tensor is null or of another shape, or if the two overlap
   *     in one array without being the same run; then nothing is modified
   */
  public Tensor backward(Tensor dy, Tensor dx) {
    TensorChecks.checkPair("dy", dy, "dx", dx, shape());
    state.apply(dy, dx, Direction.BACKWARD);
    return dx;
  }

  /**
   * Turns the gradient of the output into that of the input, in place.
   *
   * @param dy the gradient of the output, of the mask's shape; overwritten
   * @return {@code dy}
   * @throws IllegalArgumentException if {@code dy} is null or of another shape; then nothing is
   *     modified
   */
  public Tensor backwardInPlace(Tensor dy) {
    return backward(dy, dy);
  }

  private Tensor applied(Tensor x, Direction direction) {
    Tensor out = Tensor.zeros(shape());
    state.apply(x, out, direction);
    return out;
  }

  /**
   * Whether dropped positions are written with anything but 0.
   *
   * @return false for {@link Fill#zero}
   */
  public boolean hasFill() {
    return state.fill().needed();
  }

  /**
   * The mask as numbers: 1 where kept, 0 where dropped.
   *
   * @return a new tensor
   */
  public Tensor toTensor() {
    Tensor out = Tensor.zeros(shape());
    state.writeKept(out.data());
    return out;
  }

  /**
   * The number of kept positions.
   *
   * @return a count in [0, size]
   */
  public long keptCount() {
    return state.keptCount();
  }

  /**
   * The realized kept fraction.
   *
   * @return kept / size; 1 for an empty mask
   */
  public double keptFraction() {
    return shape().size() == 0 ? 1 : (double) state.keptCount() / shape().size();
  }

  /**
   * What kept positions are multiplied by.
   *
   * @return the factor of all of them; size / kept, rounded to float, unless chosen otherwise
   * @throws IllegalStateException if each sample or plane has a factor of its own
   */
  public float scale() {
    Scales scales = state.scales();
    if (!scales.isSingle()) {
      throw new IllegalStateException("scales differ by " + normalization());
    }
    return scales.single();
  }

  /**
   * What kept positions of a plane are multiplied by.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @return the factor; 0 if nothing is kept
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public float scale(int n, int c) {
    return state.scales().at(shape().indexOf(n, c, 0, 0, 0));
  }

  /**
   * Whether a position of an NCHW or, with h = 0, NCW mask is kept.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if kept, false if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public boolean isKept(int n, int c, int h, int w) {
    return isKept(n, c, 0, h, w);
  }

  /**
   * Whether a position is kept.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if kept, false if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  public boolean isKept(int n, int c, int d, int h, int w) {
    return !Bits.get(state.dropped(), state.layout().bit(shape().indexOf(n, c, d, h, w)));
  }

  /**
   * The shape of the tensors that the mask is for.
   *
   * @return the shape
   */
  public Shape shape() {
    return state.shape();
  }

  /**
   * The mask as a map of strings, numbers, lists and maps, ready for any JSON library; bits are in
   * Base64.
   *
   * @return a new map
   */
  public Map<String, Object> toMap() {
    return MaskFormat.write(state, true);
  }

  /**
   * A mask from what {@link #toMap} gave, for instance after a round trip through JSON.
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
   * The mask as bytes, with a checksum: little more than a bit for each that is stored.
   *
   * @return a new array
   */
  public byte[] toBytes() {
    return MapBytes.write(MaskFormat.write(state, false));
  }

  /**
   * A mask from what {@link #toBytes} gave. Nothing is allocated that the bytes do not account for.
   *
   * @param bytes the bytes; not modified
   * @return the mask
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  public static DropMask fromBytes(byte[] bytes) {
    return new DropMask(MaskFormat.read(MapBytes.read(bytes)));
  }

  /** The shape, the kept count and the scale. */
  @Override
  public String toString() {
    Scales scales = state.scales();
    String scale = scales.isSingle() ? "" + scales.single() : "by " + normalization();
    return "DropMask[" + shape() + ", kept " + keptCount() + ", scale " + scale + "]";
  }
}
