package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;

/** The words of a stream in order, drawn a buffer at a time. */
final class RandomWords {
  private final Kernels kernels;
  private final Stream stream;
  private final long[] buffer;
  private final int blocks;
  private int nextBlock;
  private int used;

  /**
   * Starts at the stream's first word.
   *
   * @param buffer to draw into
   * @param blocks how many blocks to draw at a time, two elements of the buffer each; does not
   *     change the words
   */
  RandomWords(Kernels kernels, Stream stream, long[] buffer, int blocks) {
    this.kernels = kernels;
    this.stream = stream;
    this.buffer = buffer;
    this.blocks = blocks;
    this.used = 2 * blocks;
  }

  long next() {
    if (used == 2 * blocks) {
      refill();
    }
    int word = used++;
    return buffer[(word & 1) * blocks + (word >> 1)];
  }

  private void refill() {
    long counter = stream.counter(nextBlock);
    kernels.randomBlocks(stream.seed(), stream.step(), stream.sample(), counter, buffer, blocks);
    nextBlock += blocks;
    used = 0;
  }
}
