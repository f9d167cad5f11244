package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;

/** Readers of a mask's bits by element and by sample, whichever parts share bits. */
public final class MaskBits {
  private MaskBits() {}

  /** Returns one bit per element, set if the element is dropped. */
  public static long[] ofElements(MaskState state) {
    MaskLayout layout = state.layout();
    if (layout.granularity().equals(Granularity.ELEMENT)) {
      return state.dropped().clone();
    }
    long[] bits = new long[Bits.words(layout.size())];
    int planeSize = layout.planeSize();
    for (int element = 0; element < layout.size(); element += planeSize) {
      int bit = layout.bit(element);
      if (layout.granularity().byPosition()) {
        Bits.or(bits, element, planeSize, state.dropped(), bit);
      } else if (Bits.get(state.dropped(), bit)) {
        Bits.set(bits, element, planeSize);
      }
    }
    return bits;
  }

  /** Returns how many elements of a sample are kept. */
  public static long keptOfSample(MaskState state, int sample) {
    MaskLayout layout = state.layout();
    int length = layout.bitsOfSample();
    int stored = layout.granularity().bySample() ? sample : 0;
    long dropped = Bits.count(state.dropped(), stored * length, length);
    return layout.sampleSize() - dropped * (layout.sampleSize() / length);
  }
}
