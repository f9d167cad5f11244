package io.github.dropblock;

import io.github.dropblock.internal.apply.MaskBits;
import io.github.dropblock.internal.apply.Scales;
import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Contents of a {@link DropMask}: shape, bits, counts and scales.
 *
 * @since 0.1.0
 */
public sealed interface MaskContents permits DropMask {
  /**
   * Tells whether the fill writes anything but 0.
   *
   * @return false for {@link Fill#zero}
   */
  default boolean hasFill() {
    return ((DropMask) this).state().fill().needed();
  }

  /**
   * Returns the mask as numbers: 1 for kept and 0 for dropped positions.
   *
   * @return a new tensor
   */
  default Tensor toTensor() {
    Tensor out = Tensor.zeros(shape());
    ((DropMask) this).state().writeKept(out.data());
    return out;
  }

  /** {@return the number of kept positions, in [0, size]} */
  default long keptCount() {
    return ((DropMask) this).state().keptCount();
  }

  /**
   * Returns the realized kept fraction.
   *
   * @return kept / size; 1 for an empty mask
   */
  default double keptFraction() {
    return shape().size() == 0
        ? 1
        : (double) ((DropMask) this).state().keptCount() / shape().size();
  }

  /**
   * Returns the number of kept positions of a sample.
   *
   * @param n the sample, in [0, N)
   * @return a count in [0, size / N]
   * @throws IndexOutOfBoundsException if {@code n} is out of range
   */
  default long keptCount(int n) {
    return MaskBits.keptOfSample(((DropMask) this).state(), Check.index("n", n, shape().n()));
  }

  /**
   * Returns the realized kept fraction of a sample.
   *
   * @param n the sample, in [0, N)
   * @return kept / size of the sample
   * @throws IndexOutOfBoundsException if {@code n} is out of range
   */
  default double keptFraction(int n) {
    return (double) keptCount(n) / shape().withN(1).size();
  }

  /**
   * Returns the samples that have kept positions. With {@link DropPath}, these are the samples
   * whose branch must be computed.
   *
   * @return their indices, in ascending order
   */
  default int[] keptSamples() {
    return IntStream.range(0, shape().n()).filter(n -> keptCount(n) > 0).toArray();
  }

  /**
   * Returns the dropped positions.
   *
   * @return one bit per element in row-major order, set if the element is dropped
   */
  default BitSet dropped() {
    return BitSet.valueOf(MaskBits.ofElements(((DropMask) this).state()));
  }

  /** {@return the normalization that the scale follows} */
  default Normalization normalization() {
    return Normalization.of(((DropMask) this).state().scales().basis());
  }

  /** {@return the value of dropped positions} */
  default Fill fill() {
    return Fill.of(((DropMask) this).state().fill().value());
  }

  /**
   * Returns the number that kept positions are multiplied by.
   *
   * @return the scale of the whole tensor; by default size / kept, rounded to float
   * @throws IllegalStateException if each sample or plane has a scale of its own
   */
  default float scale() {
    Scales scales = ((DropMask) this).state().scales();
    if (!scales.isSingle()) {
      throw new IllegalStateException("scales differ by " + normalization());
    }
    return scales.single();
  }

  /**
   * Returns the number that kept positions of a plane are multiplied by.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @return the scale; 0 if nothing is kept
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  default float scale(int n, int c) {
    return ((DropMask) this).state().scales().at(shape().indexOf(n, c, 0, 0, 0));
  }

  /**
   * Tells whether a position of an NCHW mask, or with h = 0 of an NCW mask, is kept.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if kept, false if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  default boolean isKept(int n, int c, int h, int w) {
    return isKept(n, c, 0, h, w);
  }

  /**
   * Tells whether a position is kept.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @param d in [0, D)
   * @param h in [0, H)
   * @param w in [0, W)
   * @return true if kept, false if dropped
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  default boolean isKept(int n, int c, int d, int h, int w) {
    return !Bits.get(
        ((DropMask) this).state().dropped(),
        ((DropMask) this).state().layout().bit(shape().indexOf(n, c, d, h, w)));
  }

  /** {@return the shape of the tensors that the mask is for} */
  default Shape shape() {
    return ((DropMask) this).state().shape();
  }
}
