package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import java.util.Arrays;

/**
 * One thread's pass of a mask over a tensor that lies in a buffer in any memory order.
 *
 * <p>Access to a buffer by element is slow, and the vector kernels work on arrays. So a pass cuts
 * the tensor into blocks (see {@link BlockPlan}). It copies a block to a small array that stays in
 * the first-level cache, arranges the bits in the same order (see {@link BlockBits}), applies a
 * kernel to the array, and copies the result back.
 *
 * <p>A pass allocates everything in its constructor, so that a heap that is too small fails before
 * the first element is written.
 */
final class BlockPass {
  private final Kernels kernels = KernelSelector.kernels();
  private final BlockPlan plan;
  private final MaskState state;
  private final BlockCopies copies;
  private final Block block;
  private final BlockBits fetched;
  private final float[] chunk;
  private final boolean oneScale;
  private final boolean oneScaleOfRun;
  private final long[] words2 = new long[2];

  BlockPass(BlockPlan plan, MaskState state) {
    this.plan = plan;
    this.state = state;
    this.copies = new BlockCopies(plan);
    this.block = new Block(plan);
    this.fetched = new BlockBits(plan, state.dropped());
    this.chunk = new float[plan.largest()];
    this.oneScale = plan.hasOneScale();
    this.oneScaleOfRun = plan.inner().hasOneScale() && plan.along().scale() == 0;
  }

  /** Applies the mask in place to the blocks from one number up to another, exclusive. */
  void apply(Memory memory, int from, int to, Direction direction) {
    boolean fills = direction == Direction.FORWARD && state.fill().needed();
    for (int i = from; i < to; i++) {
      start(i);
      copies.get(memory, block, chunk);
      kernels.applyMask(
          chunk, 0, chunk, 0, block.length(), fetched.words(), fetched.first(), commonScale());
      multiply();
      if (fills) {
        fill();
      }
      copies.put(memory, block, chunk);
    }
  }

  /** Writes 0 to dropped and the scale to kept elements of some blocks. */
  void writeMultipliers(Sink sink, int from, int to) {
    for (int i = from; i < to; i++) {
      start(i);
      kernels.writeMultipliers(
          chunk, 0, block.length(), fetched.words(), fetched.first(), commonScale());
      multiply();
      copies.put(sink, block, chunk);
    }
  }

  /** Writes the fill to dropped and the shift to kept elements of some blocks. */
  void writeFill(Sink sink, int from, int to) {
    for (int i = from; i < to; i++) {
      start(i);
      Arrays.fill(chunk, 0, block.length(), 0f);
      if (state.fill().needed()) {
        fill();
      }
      copies.put(sink, block, chunk);
    }
  }

  /**
   * Copies kept elements from one tensor and dropped ones from another, in some blocks.
   *
   * @param second a work array from {@link #newChunk}
   */
  void select(Memory kept, Memory dropped, Sink sink, float[] second, int from, int to) {
    for (int i = from; i < to; i++) {
      start(i);
      copies.get(kept, block, chunk);
      copies.get(dropped, block, second);
      kernels.select(
          chunk, 0, second, 0, chunk, 0, block.length(), fetched.words(), fetched.first());
      copies.put(sink, block, chunk);
    }
  }

  /** Returns a work array for another block. */
  float[] newChunk() {
    return new float[chunk.length];
  }

  /** Returns the number of elements of the largest block. */
  int largest() {
    return chunk.length;
  }

  private void start(int number) {
    block.moveTo(number);
    fetched.fetch(block);
  }

  private float commonScale() {
    return oneScale ? state.scales().value(block.scale) : 1f;
  }

  /** Multiplies by the scales, if they differ within the block. */
  private void multiply() {
    if (oneScale) {
      return;
    }
    if (oneScaleOfRun) {
      multiplyRuns(block.along * block.inner);
      return;
    }
    int[] inner = plan.inner().scale;
    int step = plan.along().scale();
    int k = 0;
    for (int q = 0; q < block.outer; q++) {
      int scale = block.scale + plan.outer().scale[q];
      for (int p = 0; p < block.along; p++, scale += step) {
        for (int a = 0; a < block.inner; a++, k++) {
          chunk[k] *= state.scales().value(scale + inner[a]);
        }
      }
    }
  }

  /** Multiplies by the factors, where only the outer part of the block has several. */
  private void multiplyRuns(int length) {
    for (int q = 0; q < block.outer; q++) {
      float scale = state.scales().value(block.scale + plan.outer().scale[q]);
      kernels.multiply(chunk, q * length, chunk, q * length, length, scale);
    }
  }

  private void fill() {
    int length = block.length();
    state.fill().write(chunk, length, fetched.words(), fetched.first(), this::element, words2);
  }

  /** Returns the element of the tensor that an element of the block stands for. */
  private int element(int k) {
    int row = k / block.inner;
    return block.element
        + plan.outer().element[row / block.along]
        + row % block.along * plan.along().element()
        + plan.inner().element[k % block.inner];
  }
}
