package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.LongVector.fromArray;
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
 * obvious loop runs all 13 rounds on one vector of counters and goes on to the next. But that is
 * too long for the compiler, as the package says. So each short loop runs four rounds on all
 * counters, and stores the state in the output array, from where the next loop loads it. The array
 * stays in the first-level cache.
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
   * <p>The first round comes with the counters. Then a part of the key belongs before the last of
   * each four rounds.
   *
   * @return number of blocks drawn
   */
  static int blocks(long key0, long key1, long counter0, long counter1, long[] out, int blocks) {
    int whole = blocks - blocks % LONGS.length();
    for (int i = 0; i < whole; i += LONGS.length()) {
      LongVector y = LANE.add(counter1 + key1 + i);
      LongVector x = y.add(counter0 + key0);
      x.intoArray(out, i);
      y.lanewise(ROL, 16).lanewise(XOR, x).intoArray(out, blocks + i);
    }
    long now = key1;
    long next = Threefry.PARITY ^ key0 ^ key1;
    for (int part = 1; part <= 3; part++) {
      boolean second = part == 2;
      int rotation0 = second ? 32 : 42;
      int rotation1 = second ? 24 : 12;
      int rotation2 = second ? 21 : 31;
      for (int i = 0; i < whole; i += LONGS.length()) {
        LongVector x = fromArray(LONGS, out, i);
        LongVector y = fromArray(LONGS, out, blocks + i);
        x = x.add(y);
        y = y.lanewise(ROL, rotation0).lanewise(XOR, x);
        x = x.add(y);
        y = y.lanewise(ROL, rotation1).lanewise(XOR, x);
        x = x.add(y);
        y = y.lanewise(ROL, rotation2).lanewise(XOR, x).add(next + part);
        x = x.add(y).add(now);
        x.intoArray(out, i);
        y.lanewise(ROL, 16).lanewise(XOR, x).intoArray(out, blocks + i);
      }
      long afterNext = Threefry.PARITY ^ now ^ next;
      now = next;
      next = afterNext;
    }
    return whole;
  }
}
