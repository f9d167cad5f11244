package io.github.dropblock.internal.mask;

/** Sampler of one unit of a mask: draws seeds and grows them to blocks. */
interface UnitSampler {
  /**
   * Draws the unit from its stream: see {@link UnitStream}. The stream's address is passed as
   * numbers, since an object per unit would be the only thing that sampling allocates.
   *
   * <p>Modified: the bits of the unit's planes in {@code dropped}, which are zero before.
   *
   * @param sample the sample's index in the whole batch
   * @param unit the unit's number in the sample
   * @param planes planes of the unit, 1 to {@value UnitStream#PLANES}
   * @param firstBit the bit of the unit's first position
   * @return number of dropped positions
   */
  int sample(long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit);
}
