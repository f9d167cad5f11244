package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import java.util.Arrays;

/**
 * Bits of the mask in the order of a block's elements.
 *
 * <p>Kernels need the bits of consecutive elements to be consecutive too. Where the mask stores
 * them like that already, its own array serves. Otherwise they are copied in one of three ways: as
 * whole runs, where only the outer part differs; by transposing tiles of 64 x 64 bits, for large
 * blocks whose fastest axis is not the mask's, as in channels-last tensors; or one by one, for
 * small blocks, where a transpose costs more.
 *
 * @see Bits#transpose
 */
final class BlockBits {
  /** Number of elements above which transposing 64 x 64 bits is cheaper than fetching each. */
  private static final int WORTH_TRANSPOSING = 400;

  private final BlockPlan plan;
  private final long[] dropped;
  private final int[] innerBits;
  private final int[] outerBits;
  private final boolean shared;

  /** Whether the mask stores each block's bits in the block's order. */
  private final boolean direct;

  private final long[] block64 = new long[Long.SIZE];

  /** The fetched bits, with room for one more word. */
  private final long[] bits;

  private int first;

  BlockBits(BlockPlan plan, long[] dropped) {
    this.plan = plan;
    this.dropped = dropped;
    this.innerBits = plan.inner().bit;
    this.outerBits = plan.outer().bit;
    this.shared = plan.along().bit() == 0;
    this.direct = !shared && plan.inner().length() == 1 && plan.outer().length() == 1;
    this.bits = direct ? dropped : new long[Bits.words(plan.largest()) + 1];
  }

  /** Returns the array that holds the bits. */
  long[] words() {
    return bits;
  }

  /** Returns the bit of the block's first element. */
  int first() {
    return first;
  }

  /** Fetches the bits of a block, if they are not in its order already. */
  void fetch(Block block) {
    if (direct) {
      first = block.bit;
      return;
    }
    Arrays.fill(bits, 0, Bits.words(block.length()), 0);
    int part = block.inner * block.along;
    boolean transposes = Math.min(block.inner, Long.SIZE) * block.along >= WORTH_TRANSPOSING;
    if (plan.inner().length() > 1 && !transposes) {
      fetchEach(block);
      return;
    }
    for (int q = 0; q < block.outer; q++) {
      int bit = block.bit + outerBits[q];
      if (plan.inner().length() == 1) {
        fetchRun(bit, block.along, q * part);
      } else {
        transpose(bit, block, q * part);
      }
    }
  }

  private void fetchRun(int bit, int length, int at) {
    if (!shared) {
      Bits.or(bits, at, length, dropped, bit);
    } else if (Bits.get(dropped, bit)) {
      Bits.set(bits, at, length);
    }
  }

  private void transpose(int bit, Block block, int at) {
    for (int a = 0, count; a < block.inner; a += count) {
      count = Math.min(Long.SIZE, block.inner - a);
      for (int i = 0; i < count; i++) {
        block64[i] = alongBits(bit + innerBits[a + i], block.along);
      }
      Arrays.fill(block64, count, Long.SIZE, 0);
      Bits.transpose(block64);
      for (int p = 0; p < block.along; p++) {
        Bits.or(bits, at + p * block.inner + a, count, block64[p]);
      }
    }
  }

  private long alongBits(int bit, int count) {
    if (shared) {
      return Bits.get(dropped, bit) ? Bits.ones(count) : 0;
    }
    return Bits.read(dropped, bit, count);
  }

  private void fetchEach(Block block) {
    int step = plan.along().bit();
    int k = 0;
    for (int q = 0; q < block.outer; q++) {
      int bit = block.bit + outerBits[q];
      for (int p = 0; p < block.along; p++, bit += step) {
        for (int a = 0; a < block.inner; a++, k++) {
          int from = bit + innerBits[a];
          bits[k >> 6] |= (dropped[from >> 6] >>> from & 1) << k;
        }
      }
    }
  }
}
