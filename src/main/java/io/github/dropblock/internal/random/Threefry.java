package io.github.dropblock.internal.random;

/**
 * Threefry-2x64 with 13 rounds: a counter-based random number generator.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC
 * 2011); 13 rounds are the fewest that the authors found to pass BigCrush. For each key, the
 * generator is a bijection of 128-bit counters whose outputs look random. It uses only additions,
 * rotations and exclusive ors, so it gives the same bits on every CPU and fits vectors of any
 * width.
 *
 * @see <a href="https://doi.org/10.1145/2063384.2063405">Salmon, Moraes, Dror and Shaw, "Parallel
 *     random numbers: as easy as 1, 2, 3", SC 2011</a>
 */
public final class Threefry {
  /** Parity constant of Skein's key schedule. */
  public static final long PARITY = 0x1BD11BDAA9FC1A22L;

  private Threefry() {}

  /**
   * Computes one block: two random words from a counter and a key.
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
