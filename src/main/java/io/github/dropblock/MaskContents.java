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
 * What a {@link DropMask} says of itself: its shape, its bits, its counts and its factors.
 *
 * @since 0.1.0
 */
public sealed interface MaskContents permits DropMask {
  /**
   * Returns whether dropped positions are written with anything but 0.
   *
   * @return false for {@link Fill#zero}
   */
  default boolean hasFill() {
    return ((DropMask) this).state().fill().needed();
  }

  /**
   * Returns the mask as numbers: 1 where kept, 0 where dropped.
   *
   * @return a new tensor
   */
  default Tensor toTensor() {
    Tensor out = Tensor.zeros(shape());
    ((DropMask) this).state().writeKept(out.data());
    return out;
  }

  /**
   * Returns the number of kept positions.
   *
   * @return a count in [0, size]
   */
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
   * Returns the samples of which anything is kept: with {@link DropPath}, the ones whose branch is
   * to be computed.
   *
   * @return their indices, in ascending order
   */
  default int[] keptSamples() {
    return IntStream.range(0, shape().n()).filter(n -> keptCount(n) > 0).toArray();
  }

  /**
   * Returns the dropped positions.
   *
   * @return one bit per element, in row-major order, set where it is dropped
   */
  default BitSet dropped() {
    return BitSet.valueOf(MaskBits.ofElements(((DropMask) this).state()));
  }

  /**
   * Returns what kept positions were compared with to find their factor.
   *
   * @return the normalization
   */
  default Normalization normalization() {
    return Normalization.of(((DropMask) this).state().scales().basis());
  }

  /**
   * Returns what is written to dropped positions.
   *
   * @return the fill
   */
  default Fill fill() {
    return Fill.of(((DropMask) this).state().fill().value());
  }

  /**
   * Returns what kept positions are multiplied by.
   *
   * @return the factor of all of them; size / kept, rounded to float, unless chosen otherwise
   * @throws IllegalStateException if each sample or plane has a factor of its own
   */
  default float scale() {
    Scales scales = ((DropMask) this).state().scales();
    if (!scales.isSingle()) {
      throw new IllegalStateException("scales differ by " + normalization());
    }
    return scales.single();
  }

  /**
   * Returns what kept positions of a plane are multiplied by.
   *
   * @param n in [0, N)
   * @param c in [0, C)
   * @return the factor; 0 if nothing is kept
   * @throws IndexOutOfBoundsException if an index is out of range
   */
  default float scale(int n, int c) {
    return ((DropMask) this).state().scales().at(shape().indexOf(n, c, 0, 0, 0));
  }

  /**
   * Returns whether a position of an NCHW or, with h = 0, NCW mask is kept.
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
   * Returns whether a position is kept.
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

  /**
   * Returns the shape of the tensors that the mask is for.
   *
   * @return the shape
   */
  default Shape shape() {
    return ((DropMask) this).state().shape();
  }
}
