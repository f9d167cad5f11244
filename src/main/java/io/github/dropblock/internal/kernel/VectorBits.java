package io.github.dropblock.internal.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Constants with which a vector's lanes are kept by the lowest bits of a word.
 *
 * <p>Each lane's bit is moved to its sign and spread over the lane, and the lanes are kept by an
 * AND:
 *
 * <pre>{@code
 * IntVector kept =
 *     IntVector.broadcast(INTS, (int) ~bits).lanewise(LSHL, TO_SIGN).lanewise(ASHR, 31);
 * FloatVector keptOrZero = values.reinterpretAsInts().and(kept).reinterpretAsFloats();
 * }</pre>
 *
 * <p>This takes about 10 % less time within the caches than a mask, by which lanes are blended. x86
 * shifts lanes by different counts from AVX2 on. The lines are repeated in each loop, since no
 * vector may leave its method.
 */
final class VectorBits {
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());

  /** How far each lane is shifted, so that its bit becomes its sign. */
  static final IntVector TO_SIGN =
      IntVector.broadcast(INTS, Integer.SIZE - 1).sub(IntVector.zero(INTS).addIndex(1));

  private VectorBits() {}
}
