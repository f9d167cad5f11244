package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Constants with which a vector's lanes are chosen by the lowest bits of a word.
 *
 * <p>The bits become floats from 1 to 2, which are compared with 1:
 *
 * <pre>{@code
 * IntVector ones = IntVector.broadcast(INTS, (int) bits | ONE_BITS).and(ONE_AND_LANE_BIT);
 * VectorMask<Float> isZero = ONE.compare(EQ, ones.reinterpretAsFloats());
 * }</pre>
 *
 * <p>So the mask is one of floats. A mask of integers would have to be cast, which takes 5 to 10 %
 * more time within the caches. Lanes that are chosen as integers make the compiler of JDK 17 guess
 * the vectors' class. The two lines are repeated in each loop, since no vector may leave its
 * method.
 */
final class VectorBits {
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

  /**
   * The lowest 23 bits of a float belong to its fraction, and vectors of up to 512 bits have 16
   * floats. Wider ones would fail the self-test.
   */
  static final int ONE_BITS = Float.floatToIntBits(1f);

  static final FloatVector ONE = FloatVector.broadcast(FLOATS, 1f);
  static final FloatVector ZERO = FloatVector.zero(FLOATS);

  static final IntVector ONE_AND_LANE_BIT =
      IntVector.broadcast(INTS, 1).lanewise(LSHL, IntVector.zero(INTS).addIndex(1)).or(ONE_BITS);

  private VectorBits() {}
}
