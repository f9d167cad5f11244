package io.github.dropblock.internal.random;

/**
 * Threefry-2x64 with 13 rounds: a keyed bijection of 128-bit counters whose outputs are random.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC
 * 2011); 13 rounds are the fewest that the authors found to pass BigCrush. Only additions,
 * rotations and exclusive ors: the same on each CPU, and as wide as its vectors.
 */
public final class Threefry {
  /** Skein's key schedule parity. */
  public static final long PARITY = 0x1BD11BDAA9FC1A22L;

  private Threefry() {}

  /**
   * One block: two random words from a counter under a key.
   *
   * <p>Modified: {@code out[first]} and {@code out[second]}.
   */
  public static void block(
      long key0, long key1, long counter0, long counter1, long[] out, int first, int second) {
    long key2 = PARITY ^ key0 ^ key1;
    long x = counter0 + key0;
    long y = counter1 + key1;

    x += y;
    y = Long.rotateLeft(y, 16) ^ x;
    x += y;
    y = Long.rotateLeft(y, 42) ^ x;
    x += y;
    y = Long.rotateLeft(y, 12) ^ x;
    x += y;
    y = Long.rotateLeft(y, 31) ^ x;
    x += key1;
    y += key2 + 1;

    x += y;
    y = Long.rotateLeft(y, 16) ^ x;
    x += y;
    y = Long.rotateLeft(y, 32) ^ x;
    x += y;
    y = Long.rotateLeft(y, 24) ^ x;
    x += y;
    y = Long.rotateLeft(y, 21) ^ x;
    x += key2;
    y += key0 + 2;

    x += y;
    y = Long.rotateLeft(y, 16) ^ x;
    x += y;
    y = Long.rotateLeft(y, 42) ^ x;
    x += y;
    y = Long.rotateLeft(y, 12) ^ x;
    x += y;
    y = Long.rotateLeft(y, 31) ^ x;
    x += key0;
    y += key1 + 3;

    x += y;
    y = Long.rotateLeft(y, 16) ^ x;

    out[first] = x;
    out[second] = y;
  }
}
