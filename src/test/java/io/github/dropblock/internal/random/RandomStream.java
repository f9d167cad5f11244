package io.github.dropblock.internal.random;

/** The words of Threefry in order, for statistics with a fixed seed. */
final class RandomStream {
  private final long seed;
  private final long[] pair = new long[2];
  private long drawn;

  RandomStream(long seed) {
    this.seed = seed;
  }

  long next() {
    if (drawn % 2 == 0) {
      Threefry.block(seed, 0, 0, drawn / 2, pair, 0, 1);
    }
    return pair[(int) (drawn++ % 2)];
  }
}
