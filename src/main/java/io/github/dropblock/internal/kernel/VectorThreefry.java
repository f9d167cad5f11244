package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.Threefry;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Threefry for many counters at once: each lane of a vector computes one block.
 *
 * <p>Threefry uses only additions, rotations and exclusive ors of 64-bit words, so it can be
 * computed for as many counters as a vector has lanes without any exchange between the lanes. The
 * obvious loop runs all 13 rounds on one vector of counters and goes on to the next. On some JDKs
 * that loop body is too long to be inlined completely, and then each vector operation allocates an
 * object, which is fifty times slower. So the rounds are split: each short loop runs four rounds on
 * all counters, and stores the state in the output array, from where the next loop loads it. The
 * array stays in the first-level cache.
 *
 * @see Threefry
 */
final class VectorThreefry {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  /** Numbers of the lanes. */
  private static final LongVector LANE = LongVector.zero(LONGS).addIndex(1);

  private VectorThreefry() {}

  /**
   * Draws as many blocks as fill whole vectors. Block i has counter {@code counter1 + i}.
   *
   * <p>Modified: elements i and {@code blocks + i} of {@code out} for each.
   *
   * @return number of blocks drawn
   */
  static int blocks(long key0, long key1, long counter0, long counter1, long[] out, int blocks) {
    int whole = blocks - blocks % LONGS.length();
    fillCounters(counter0, counter1, out, blocks, whole);
    long key2 = Threefry.PARITY ^ key0 ^ key1;
    fourRounds(key0, key1, 16, 42, 12, 31, out, blocks, whole);
    fourRounds(key1, key2 + 1, 16, 32, 24, 21, out, blocks, whole);
    fourRounds(key2, key0 + 2, 16, 42, 12, 31, out, blocks, whole);
    lastRound(key0, key1 + 3, out, blocks, whole);
    return whole;
  }

  private static void fillCounters(
      long counter0, long counter1, long[] out, int second, int count) {
    LongVector x = LongVector.broadcast(LONGS, counter0);
    for (int i = 0; i < count; i += LONGS.length()) {
      x.intoArray(out, i);
      LANE.add(counter1 + i).intoArray(out, second + i);
    }
  }

  /** Adds a part of the key, then runs four rounds with these rotations. */
  private static void fourRounds(
      long addX,
      long addY,
      int rotation0,
      int rotation1,
      int rotation2,
      int rotation3,
      long[] out,
      int second,
      int count) {
    for (int i = 0; i < count; i += LONGS.length()) {
      LongVector x = LongVector.fromArray(LONGS, out, i).add(addX);
      LongVector y = LongVector.fromArray(LONGS, out, second + i).add(addY);
      x = x.add(y);
      y = y.lanewise(ROL, rotation0).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, rotation1).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, rotation2).lanewise(XOR, x);
      x = x.add(y);
      y = y.lanewise(ROL, rotation3).lanewise(XOR, x);
      x.intoArray(out, i);
      y.intoArray(out, second + i);
    }
  }

  private static void lastRound(long addX, long addY, long[] out, int second, int count) {
    for (int i = 0; i < count; i += LONGS.length()) {
      LongVector y = LongVector.fromArray(LONGS, out, second + i).add(addY);
      LongVector x = LongVector.fromArray(LONGS, out, i).add(addX).add(y);
      x.intoArray(out, i);
      y.lanewise(ROL, 16).lanewise(XOR, x).intoArray(out, second + i);
    }
  }
}
