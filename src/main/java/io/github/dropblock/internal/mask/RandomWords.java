package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;

/** The words of a stream in order, drawn a buffer at a time. */
final class RandomWords {
  private final Kernels kernels;
  private final Stream stream;
  private final long[] buffer;
  private int nextBlock;
  private int used;

  /**
   * Starts at the stream's first word.
   *
   * @param blocks how many blocks to draw at a time; does not change the words
   */
  RandomWords(Kernels kernels, Stream stream, int blocks) {
    this.kernels = kernels;
    this.stream = stream;
    this.buffer = new long[2 * blocks];
    this.used = buffer.length;
  }

  long next() {
    if (used == buffer.length) {
      refill();
    }
    return buffer[used++];
  }

  private void refill() {
    int blocks = buffer.length / 2;
    long counter = stream.counter(nextBlock);
    kernels.randomBlocks(stream.seed(), stream.step(), stream.sample(), counter, buffer, blocks);
    nextBlock += blocks;
    used = 0;
  }
}
