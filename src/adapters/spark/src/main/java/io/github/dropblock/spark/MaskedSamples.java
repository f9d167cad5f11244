package io.github.dropblock.spark;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Tensor;
import java.util.Iterator;

/** Samples with their masks applied, or gradients with theirs. */
final class MaskedSamples implements Iterator<float[]> {
  private final Iterator<float[]> samples;
  private final SampleMasks masks;
  private final Totals totals;
  private final boolean backward;

  /**
   * @param totals the whole batch's, or null for a scale that does not depend on them
   */
  MaskedSamples(Iterator<float[]> samples, SampleMasks masks, Totals totals, boolean backward) {
    this.samples = samples;
    this.masks = masks;
    this.totals = totals;
    this.backward = backward;
  }

  @Override
  public boolean hasNext() {
    if (samples.hasNext()) {
      return true;
    }
    masks.checkEnd();
    return false;
  }

  @Override
  public float[] next() {
    DropMask drawn = masks.next();
    DropMask mask = totals == null ? drawn : drawn.withTotals(totals.keptCount(), totals.size());
    Tensor x = Tensor.of(samples.next(), mask.shape());
    return (backward ? mask.backward(x) : mask.apply(x)).data();
  }
}
