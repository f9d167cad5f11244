package io.github.dropblock.reliability.soak.generator;

import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import java.nio.ByteBuffer;

/**
 * The blocks of the generator with one key and consecutive counters, both words of each: the stream
 * of a unit that never ends.
 */
final class CounterWords implements WordSource {
  private static final int BLOCKS = 1024;

  private final Kernels kernels = KernelSelector.kernels();
  private final long[] words = new long[2 * BLOCKS];
  private final long seed;
  private long block;

  CounterWords(long seed) {
    this.seed = seed;
  }

  @Override
  public void fill(ByteBuffer chunk) {
    while (chunk.hasRemaining()) {
      kernels.randomBlocks(seed, 0, 0, block, words, BLOCKS);
      block += BLOCKS;
      for (int i = 0; i < BLOCKS; i++) {
        chunk.putLong(words[i]).putLong(words[BLOCKS + i]);
      }
    }
  }
}
