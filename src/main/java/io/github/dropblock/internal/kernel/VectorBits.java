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
 * <p>The lanes are chosen as integers. A mask of integers would have to be cast for floats, which
 * takes 5 to 10 % more time within the caches. {@code VectorMask.fromLong} is slower on JDK 17.
 */
final class VectorBits {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());

  private static final IntVector LANE_BIT =
      IntVector.broadcast(INTS, 1).lanewise(LSHL, IntVector.zero(INTS).addIndex(1));

  private VectorBits() {}

  /** Returns the lanes whose bit is 0, and +0.0 in the others. */
  static FloatVector keep(FloatVector values, long bits) {
    return select(values, FloatVector.zero(FLOATS), bits);
  }

  /** Returns the lanes of {@code kept} where the bit is 0, and of {@code dropped} where it is 1. */
  static FloatVector select(FloatVector kept, FloatVector dropped, long bits) {
    VectorMask<Integer> isKept = IntVector.broadcast(INTS, (int) bits).and(LANE_BIT).compare(EQ, 0);
    IntVector chosen = dropped.reinterpretAsInts().blend(kept.reinterpretAsInts(), isKept);
    return chosen.reinterpretAsFloats();
  }
}
