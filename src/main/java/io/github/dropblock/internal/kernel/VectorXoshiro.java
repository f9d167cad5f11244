package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.LongVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.Xoshiro;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Xoshiro} with its lanes in the lanes of vectors.
 *
 * <p>A vector of 512 bits holds all lanes of the generator. With shorter vectors, each takes its
 * turn.
 */
final class VectorXoshiro {
  /** The preferred species, or the one that holds all lanes if that is shorter. */
  static final VectorSpecies<Long> LONGS =
      LongVector.SPECIES_PREFERRED.length() > Xoshiro.LANES
          ? LongVector.SPECIES_512
          : LongVector.SPECIES_PREFERRED;

  private VectorXoshiro() {}

  /**
   * Draws the next words of all lanes, row by row.
   *
   * <p>Modified: the states of the lanes, at the start of {@code work}, and the words.
   *
   * @param from index of the first word in {@code work}
   * @param rows number of words of each lane, even
   */
  static void next(long[] work, int from, int rows) {
    for (int lane = 0; lane < Xoshiro.LANES; lane += LONGS.length()) {
      int end = from + rows * Xoshiro.LANES;
      // Two rows at a time, since the states go through memory.
      for (int at = from; at < end; at += 2 * Xoshiro.LANES) {
        LongVector s0 = fromArray(LONGS, work, Xoshiro.S0 + lane);
        LongVector s1 = fromArray(LONGS, work, Xoshiro.S1 + lane);
        LongVector s2 = fromArray(LONGS, work, Xoshiro.S2 + lane);
        LongVector s3 = fromArray(LONGS, work, Xoshiro.S3 + lane);
        LongVector word = s0.add(s3).lanewise(ROL, 23).add(s0);
        word.intoArray(work, at + lane);
        LongVector shifted = s1.lanewise(LSHL, 17);
        s2 = s2.lanewise(XOR, s0);
        s3 = s3.lanewise(XOR, s1);
        s1 = s1.lanewise(XOR, s2);
        s0 = s0.lanewise(XOR, s3);
        s2 = s2.lanewise(XOR, shifted);
        s3 = s3.lanewise(ROL, 45);
        word = s0.add(s3).lanewise(ROL, 23).add(s0);
        word.intoArray(work, at + Xoshiro.LANES + lane);
        shifted = s1.lanewise(LSHL, 17);
        s2 = s2.lanewise(XOR, s0);
        s3 = s3.lanewise(XOR, s1);
        s1 = s1.lanewise(XOR, s2);
        s0 = s0.lanewise(XOR, s3);
        s2 = s2.lanewise(XOR, shifted);
        s3 = s3.lanewise(ROL, 45);
        s0.intoArray(work, Xoshiro.S0 + lane);
        s1.intoArray(work, Xoshiro.S1 + lane);
        s2.intoArray(work, Xoshiro.S2 + lane);
        s3.intoArray(work, Xoshiro.S3 + lane);
      }
    }
  }
}
