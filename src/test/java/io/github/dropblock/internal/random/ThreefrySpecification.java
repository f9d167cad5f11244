package io.github.dropblock.internal.random;

/**
 * Threefry-2x64 with 13 rounds, as the paper writes it: rounds in a loop, keys from a list.
 *
 * <p>Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC
 * 2011). It shares no code with the library, and is meant to be ported.
 */
public final class ThreefrySpecification {
  private static final int ROUNDS = 13;

  /** How far to rotate in each round; after eight rounds it starts anew. */
  private static final int[] ROTATIONS = {16, 42, 12, 31, 16, 32, 24, 21};

  private static final long PARITY = 0x1BD11BDAA9FC1A22L;

  private ThreefrySpecification() {}

  /** The block of two random words that stands at a counter under a key. */
  public static long[] block(long key0, long key1, long counter0, long counter1) {
    long[] keys = {key0, key1, key0 ^ key1 ^ PARITY};
    long x = counter0 + keys[0];
    long y = counter1 + keys[1];
    for (int round = 0; round < ROUNDS; round++) {
      x += y;
      y = Long.rotateLeft(y, ROTATIONS[round % ROTATIONS.length]) ^ x;
      if (round % 4 == 3) {
        int injection = round / 4 + 1;
        x += keys[injection % keys.length];
        y += keys[(injection + 1) % keys.length] + injection;
      }
    }
    return new long[] {x, y};
  }
}
