package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;

/** Scales of the elements of a block. */
final class BlockScales {
  private static final int NONE = -1;

  private final Kernels kernels = KernelSelector.kernels();
  private final BlockPlan plan;
  private final Scales scales;
  private final boolean one;
  private final boolean oneInRun;

  /** Scales of the elements of an inner part. */
  private final float[] row;

  /** Number of the first scale of the row, and how many were read. */
  private int rowScale = NONE;

  private int rowLength;

  BlockScales(BlockPlan plan, Scales scales) {
    this.plan = plan;
    this.scales = scales;
    this.one = plan.hasOneScale();
    this.oneInRun = plan.inner().hasOneScale() && (plan.along().scale() == 0 || one);
    this.row = new float[oneInRun ? 0 : plan.inner().length()];
  }

  /** Tells whether all elements of a block have the same scale, for each block. */
  boolean areOne() {
    return one;
  }

  /** Tells whether elements have the same scale that differ in the inner and middle part only. */
  boolean areOneInRun() {
    return oneInRun;
  }

  /** Returns the scale of an element of a block, where its inner and middle part have one scale. */
  float of(Block block, int k) {
    int q = one ? 0 : k / (block.inner * block.along);
    return scales.value(block.scale + plan.outer().scale[q]);
  }

  /** Returns the scale of all elements of a block, or 1 if they differ. */
  float common(Block block) {
    return one ? scales.value(block.scale) : 1f;
  }

  /**
   * Multiplies elements of a block by their scales, if they differ within the block.
   *
   * <p>Modified: {@code chunk}.
   *
   * @param from number in the block of the first element
   */
  void multiply(Block block, int from, int length, float[] chunk, int at) {
    if (one) {
      return;
    }
    int longest = oneInRun ? block.inner * block.along : block.inner;
    for (int k = from, part; k < from + length; k += part) {
      int inPart = k % longest;
      part = Math.min(longest - inPart, from + length - k);
      int to = at + k - from;
      if (oneInRun) {
        kernels.multiply(chunk, to, chunk, to, part, of(block, k));
      } else {
        readRow(block, k / block.inner);
        multiplyByRow(chunk, to, part, inPart);
      }
    }
  }

  private void readRow(Block block, int number) {
    int first =
        block.scale
            + plan.outer().scale[number / block.along]
            + number % block.along * plan.along().scale();
    if (first == rowScale && block.inner == rowLength) {
      return;
    }
    rowScale = first;
    rowLength = block.inner;
    for (int a = 0; a < rowLength; a++) {
      row[a] = scales.value(first + plan.inner().scale[a]);
    }
  }

  private void multiplyByRow(float[] chunk, int at, int length, int from) {
    for (int i = 0; i < length; i++) {
      chunk[at + i] *= row[from + i];
    }
  }
}
