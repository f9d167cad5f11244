package io.github.dropblock.reliability.soak.generator;

import io.github.dropblock.internal.random.Threefry;
import java.nio.ByteBuffer;

/**
 * The first word of each stream, from neighbor to neighbor: units, then samples, then steps, then
 * seeds. Successive words differ in one key or counter, mostly by one.
 */
final class NeighborWords implements WordSource {
  private static final int UNIT_BITS = 2;
  private static final int SAMPLE_BITS = 4;
  private static final int STEP_BITS = 8;

  private final long[] pair = new long[2];
  private final long seed;
  private long index;

  NeighborWords(long seed) {
    this.seed = seed;
  }

  @Override
  public void fill(ByteBuffer chunk) {
    while (chunk.hasRemaining()) {
      chunk.putLong(word(index++));
    }
  }

  private long word(long i) {
    long unit = part(i, 0, UNIT_BITS);
    long sample = part(i, UNIT_BITS, SAMPLE_BITS);
    long step = part(i, UNIT_BITS + SAMPLE_BITS, STEP_BITS);
    long run = i >>> (UNIT_BITS + SAMPLE_BITS + STEP_BITS);
    Threefry.block(seed + run, step, sample, unit << 32, pair, 0, 1);
    return pair[0];
  }

  private static long part(long i, int shift, int bits) {
    return i >>> shift & ((1L << bits) - 1);
  }
}
