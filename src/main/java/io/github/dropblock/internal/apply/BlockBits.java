package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.BitWriter;
import io.github.dropblock.internal.bits.Bits;
import java.util.Arrays;

/**
 * Bits of the mask in the order of a block's elements.
 *
 * <p>Kernels need the bits of consecutive elements to be consecutive too. Where the mask stores
 * them like that already, its own array serves. Otherwise they are copied in one of two ways: as
 * whole runs, where the block's fastest axis is the mask's; or by turning tiles of up to 64 x 64
 * bits, where it is another, as in channels-last tensors. A tile with few set bits is turned bit by
 * bit, and another one by a transpose.
 *
 * @see Bits#transpose
 */
final class BlockBits {
  /** Number of set bits of a tile above which a transpose is cheaper than setting each. */
  private static final int WORTH_TRANSPOSING = 100;

  private final long[] dropped;
  private final int[] innerBits;
  private final int[] outerBits;
  private final int alongBit;

  /** Whether the bits of the inner part are neighbors. */
  private final boolean innerRuns;

  /** Distance in bits between neighboring elements of the outer part: -1 if it is not constant. */
  private final int outerDistance;

  private final long[] tile = new long[Long.SIZE];

  /** Room for the bits of a block. */
  private final long[] room;

  private final BitWriter writer;
  private long[] words;
  private int first;

  BlockBits(BlockPlan plan, long[] dropped) {
    this.dropped = dropped;
    this.innerBits = plan.inner().bit;
    this.outerBits = plan.outer().bit;
    this.alongBit = plan.along().bit();
    this.innerRuns = plan.inner().hasNeighboringBits();
    this.outerDistance = plan.outer().distanceOfBits();
    this.room = new long[Bits.words(plan.largest())];
    this.writer = new BitWriter(room);
  }

  /** Returns the array that holds the bits. */
  long[] words() {
    return words;
  }

  /** Returns the bit of the block's first element. */
  int first() {
    return first;
  }

  /** Fetches the bits of a block, if they are not in its order already. */
  void fetch(Block block) {
    if (isInOrder(block)) {
      words = dropped;
      first = block.bit;
      return;
    }
    words = room;
    first = 0;
    if (innerRuns) {
      copyRuns(block);
    } else {
      turn(block);
    }
  }

  /** Tells whether the mask stores the block's bits in the block's order. */
  private boolean isInOrder(Block block) {
    int part = block.inner * block.along;
    return innerRuns
        && (block.along == 1 || alongBit == block.inner)
        && (block.outer == 1 || outerDistance == part);
  }

  private void copyRuns(Block block) {
    writer.restart();
    for (int q = 0; q < block.outer; q++) {
      int bit = block.bit + outerBits[q];
      if (block.along == 1 || alongBit == block.inner) {
        writer.copy(dropped, bit, block.inner * block.along);
      } else if (alongBit == 0 && block.inner == 1) {
        writer.repeat(Bits.get(dropped, bit), block.along);
      } else {
        for (int p = 0; p < block.along; p++) {
          writer.copy(dropped, bit + p * alongBit, block.inner);
        }
      }
    }
    writer.finish();
  }

  /** Turns the bits: along the block's middle part, the mask's are neighbors or all the same. */
  private void turn(Block block) {
    Arrays.fill(room, 0, Bits.words(block.length()), 0);
    for (int q = 0; q < block.outer; q++) {
      int at = q * block.inner * block.along;
      for (int p = 0; p < block.along; p += Long.SIZE) {
        int width = Math.min(Long.SIZE, block.along - p);
        int bit = block.bit + outerBits[q] + p * alongBit;
        for (int a = 0; a < block.inner; a += Long.SIZE) {
          int height = Math.min(Long.SIZE, block.inner - a);
          turnTile(bit, a, height, width, at + p * block.inner + a, block.inner);
        }
      }
    }
  }

  private void turnTile(int bit, int firstRow, int height, int width, int at, int step) {
    int set = 0;
    for (int i = 0; i < height; i++) {
      tile[i] = row(bit + innerBits[firstRow + i], width);
      set += Long.bitCount(tile[i]);
    }
    if (set <= WORTH_TRANSPOSING) {
      setEach(height, at, step);
      return;
    }
    Arrays.fill(tile, height, Long.SIZE, 0);
    Bits.transpose(tile);
    for (int p = 0, to = at; p < width; p++, to += step) {
      if (height == Long.SIZE && (to & 63) == 0) {
        room[to >> 6] = tile[p];
      } else {
        Bits.or(room, to, height, tile[p]);
      }
    }
  }

  private long row(int bit, int width) {
    if (alongBit == 0) {
      return Bits.get(dropped, bit) ? Bits.ones(width) : 0;
    }
    return Bits.read(dropped, bit, width);
  }

  private void setEach(int height, int at, int step) {
    for (int i = 0; i < height; i++) {
      for (long bits = tile[i]; bits != 0; bits &= bits - 1) {
        int to = at + i + Long.numberOfTrailingZeros(bits) * step;
        room[to >> 6] |= 1L << to;
      }
    }
  }
}
