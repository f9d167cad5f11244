package io.github.dropblock.internal.random;

/**
 * Eight generators xoshiro256++ side by side, called lanes.
 *
 * <p>Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (ACM
 * Transactions on Mathematical Software 47, 2021). A word costs ten operations, where {@link
 * Threefry} takes 23, but the words of a lane come in order only. So Threefry gives each lane its
 * state, which makes the lanes addressable by a counter, and the lane goes on from there.
 *
 * <p>The states stand in one array, in the order in which the generator's blocks give them: block l
 * holds the words 0 and 1 of lane l, and block 8 + l its words 2 and 3. Eight lanes fill a vector
 * of 512 bits, and two or four shorter ones.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman and Vigna, "Scrambled linear pseudorandom
 *     number generators", 2021</a>
 */
public final class Xoshiro {
  /** Number of lanes. */
  public static final int LANES = 8;

  /** Number of Threefry's blocks that give the states of all lanes. */
  public static final int BLOCKS = 2 * LANES;

  /** Number of words of all states. */
  public static final int STATE_WORDS = 4 * LANES;

  /** Index of word 0, 1, 2 and 3 of lane 0. The other lanes follow. */
  public static final int S0 = 0;

  public static final int S1 = BLOCKS;
  public static final int S2 = LANES;
  public static final int S3 = BLOCKS + LANES;

  private Xoshiro() {}

  /**
   * Sets the state of one lane.
   *
   * <p>Modified: the lane's words in {@code states}.
   *
   * @param counter1 the counter of the first of the blocks that give all states
   */
  static void seed(long key0, long key1, long counter0, long counter1, long[] states, int lane) {
    Threefry.block(key0, key1, counter0, counter1 + lane, states, S0 + lane, S1 + lane);
    Threefry.block(key0, key1, counter0, counter1 + LANES + lane, states, S2 + lane, S3 + lane);
  }

  /**
   * Draws the next word of a lane.
   *
   * <p>Modified: the lane's words in {@code states}.
   */
  static long next(long[] states, int lane) {
    long s0 = states[S0 + lane];
    long s1 = states[S1 + lane];
    long s2 = states[S2 + lane] ^ s0;
    long s3 = states[S3 + lane];
    long word = Long.rotateLeft(s0 + s3, 23) + s0;
    s3 ^= s1;
    states[S0 + lane] = s0 ^ s3;
    states[S1 + lane] = s1 ^ s2;
    states[S2 + lane] = s2 ^ s1 << 17;
    states[S3 + lane] = Long.rotateLeft(s3, 45);
    return word;
  }
}
