package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Choice of a vector's lanes by the lowest bits of a word.
 *
 * <p>The bits become floats from 1 to 2, which are compared with 1. So the mask is one of floats. A
 * mask of integers would have to be cast, which takes 5 to 10 % more time within the caches, and
 * lanes that are chosen as integers make the compiler of JDK 17 guess the vectors' class.
 */
final class VectorBits {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());

  /**
   * The lowest 23 bits of a float belong to its fraction, and vectors of up to 512 bits have 16
   * floats. Wider ones would fail the self-test.
   */
  private static final int ONE_BITS = Float.floatToIntBits(1f);

  private static final FloatVector ONE = FloatVector.broadcast(FLOATS, 1f);

  private static final IntVector ONE_AND_LANE_BIT =
      IntVector.broadcast(INTS, 1).lanewise(LSHL, IntVector.zero(INTS).addIndex(1)).or(ONE_BITS);

  private VectorBits() {}

  /** Returns the lanes whose bit is 0, and +0.0 in the others. */
  static FloatVector keep(FloatVector values, long bits) {
    return select(values, FloatVector.zero(FLOATS), bits);
  }

  /** Returns the lanes of {@code kept} where the bit is 0, and of {@code dropped} where it is 1. */
  static FloatVector select(FloatVector kept, FloatVector dropped, long bits) {
    IntVector oneOrMore = IntVector.broadcast(INTS, (int) bits | ONE_BITS).and(ONE_AND_LANE_BIT);
    VectorMask<Float> isKept = ONE.compare(EQ, oneOrMore.reinterpretAsFloats());
    return dropped.blend(kept, isKept);
  }
}
