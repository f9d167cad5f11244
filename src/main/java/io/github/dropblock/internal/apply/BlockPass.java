package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import java.util.Arrays;

/**
 * One thread's pass of a mask over a tensor that lies in memory in any order.
 *
 * <p>A pass cuts the tensor into blocks (see {@link BlockPlan}), and arranges the bits of a block
 * in the order of its elements (see {@link BlockBits}). Where a block is a few long runs of memory,
 * the kernels work on the memory itself. Otherwise a pass copies a piece of the block to a small
 * array that stays in the first-level cache, applies a kernel to the array, and copies the result
 * back.
 *
 * <p>A pass allocates everything in its constructor, so that a heap that is too small fails before
 * the first element is written.
 */
final class BlockPass {
  /** Number of elements from which a run is worth a kernel call, where no copy is needed. */
  private static final int LONG_RUN = 32;

  /** The same where each run is copied to an array first. */
  private static final int LONG_COPIED_RUN = 1024;

  private static final int FIRST = MemoryPass.FIRST;

  private final Kernels kernels = KernelSelector.kernels();
  private final BlockPlan plan;
  private final MaskState state;
  private final BlockCopies copies;
  private final Block block;
  private final BlockBits fetched;
  private final MemoryPass pass;
  private final BlockScales scales;
  private final long[] words2 = new long[2];

  /** Number in the block of the first element of a piece. */
  private int piece;

  BlockPass(BlockPlan plan, MaskState state) {
    this.plan = plan;
    this.state = state;
    this.scales = new BlockScales(plan, state.scales());
    this.copies = new BlockCopies(plan, scales.areOne());
    this.block = new Block(plan);
    this.fetched = new BlockBits(plan, state.dropped());
    this.pass = MemoryPass.ofTwo(state);
  }

  /** Applies the mask in place to the blocks from one number up to another, exclusive. */
  void apply(Memory memory, int from, int to, Direction direction) {
    boolean fills = direction == Direction.FORWARD && state.fill().needed();
    boolean copied = memory.array() == null && memory.direct() == null;
    for (int i = from; i < to; i++) {
      start(i);
      if (!fills && isInRuns(copied) && scales.areOneInRun()) {
        applyRuns(memory);
      } else {
        applyPieces(memory, fills);
      }
    }
  }

  private void applyRuns(Memory memory) {
    int run = copies.run();
    for (int i = 0; i < copies.runs(); i++) {
      int place = block.place + copies.start(i);
      int bit = fetched.first() + i * run;
      float scale = scales.of(block, i * run);
      pass.apply(memory, place, memory, place, run, fetched.words(), bit, scale);
    }
  }

  private void applyPieces(Memory memory, boolean fills) {
    float[] chunk = pass.chunk();
    for (int k = 0, length; k < block.length(); k += length) {
      length = copies.piece(k);
      copies.get(memory, block, k, length, chunk, FIRST);
      int bit = fetched.first() + k;
      float scale = scales.common(block);
      kernels.applyMask(chunk, FIRST, chunk, FIRST, length, fetched.words(), bit, scale);
      scales.multiply(block, k, length, chunk, FIRST);
      if (fills) {
        fill(k, length);
      }
      copies.put(memory, block, k, length, chunk, FIRST);
    }
  }

  /** Writes 0 to dropped and the scale to kept elements of some blocks. */
  void writeMultipliers(Sink sink, int from, int to) {
    for (int i = from; i < to; i++) {
      start(i);
      if (isInRuns(sink.array() == null) && scales.areOneInRun()) {
        writeRuns(sink);
      } else {
        writePieces(sink);
      }
    }
  }

  private void writeRuns(Sink sink) {
    int run = copies.run();
    for (int i = 0; i < copies.runs(); i++) {
      int place = block.place + copies.start(i);
      int bit = fetched.first() + i * run;
      pass.writeMultipliers(sink, place, run, fetched.words(), bit, scales.of(block, i * run));
    }
  }

  private void writePieces(Sink sink) {
    float[] chunk = pass.chunk();
    for (int k = 0, length; k < block.length(); k += length) {
      length = copies.piece(k);
      int bit = fetched.first() + k;
      kernels.writeMultipliers(chunk, FIRST, length, fetched.words(), bit, scales.common(block));
      scales.multiply(block, k, length, chunk, FIRST);
      copies.put(sink, block, k, length, chunk, FIRST);
    }
  }

  /** Writes the fill to dropped and the shift to kept elements of some blocks. */
  void writeFill(Sink sink, int from, int to) {
    float[] chunk = pass.chunk();
    for (int i = from; i < to; i++) {
      start(i);
      for (int k = 0, length; k < block.length(); k += length) {
        length = copies.piece(k);
        Arrays.fill(chunk, FIRST, FIRST + length, 0f);
        if (state.fill().needed()) {
          fill(k, length);
        }
        copies.put(sink, block, k, length, chunk, FIRST);
      }
    }
  }

  /** Copies kept elements from one tensor and dropped ones from another, in some blocks. */
  void select(Memory kept, Memory dropped, Memory out, int from, int to) {
    boolean copied = kept.array() == null || dropped.array() == null || out.array() == null;
    for (int i = from; i < to; i++) {
      start(i);
      if (isInRuns(copied)) {
        selectRuns(kept, dropped, out);
      } else {
        selectPieces(kept, dropped, out);
      }
    }
  }

  private void selectRuns(Memory kept, Memory dropped, Memory out) {
    int run = copies.run();
    for (int i = 0; i < copies.runs(); i++) {
      int place = block.place + copies.start(i);
      int bit = fetched.first() + i * run;
      pass.select(kept, place, dropped, place, out, place, run, fetched.words(), bit);
    }
  }

  private void selectPieces(Memory kept, Memory dropped, Memory out) {
    float[] a = pass.chunk();
    float[] b = pass.second();
    for (int k = 0, length; k < block.length(); k += length) {
      length = copies.piece(k);
      copies.get(kept, block, k, length, a, FIRST);
      copies.get(dropped, block, k, length, b, FIRST);
      int bit = fetched.first() + k;
      kernels.select(a, FIRST, b, FIRST, a, FIRST, length, fetched.words(), bit);
      copies.put(out, block, k, length, a, FIRST);
    }
  }

  /** Returns the largest number of elements that are written at a time. */
  static int longestPut() {
    return Kernels.CHUNK;
  }

  private void start(int number) {
    block.moveTo(number);
    fetched.fetch(block);
    copies.locate(block);
  }

  private boolean isInRuns(boolean copied) {
    return copies.areDense() && copies.run() >= (copied ? LONG_COPIED_RUN : LONG_RUN);
  }

  private void fill(int from, int length) {
    piece = from;
    long[] words = fetched.words();
    int bit = fetched.first() + from;
    state.fill().write(pass.chunk(), FIRST, length, words, bit, this::element, words2);
  }

  /** Returns the element of the tensor that an element of the piece stands for. */
  private int element(int inPiece) {
    int k = piece + inPiece;
    int row = k / block.inner;
    return block.element
        + plan.outer().element[row / block.along]
        + row % block.along * plan.along().element()
        + plan.inner().element[k % block.inner];
  }
}
