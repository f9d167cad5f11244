package io.github.dropblock.internal.mask;

/** Draws the seeds of one unit of a mask and grows them to blocks. */
interface UnitSampler {
  /**
   * Drops what the unit's stream says: see {@link Stream}. The stream's name comes as numbers,
   * since an object for each unit would be all that sampling allocates.
   *
   * <p>Modified: the bits of the unit's planes in {@code dropped}, which are zero before.
   *
   * @param sample the sample's index in the whole batch
   * @param unit the unit's number in the sample
   * @param planes planes of the unit, 1 to {@value Stream#PLANES}
   * @param firstBit the bit of the unit's first position
   * @return how many positions are dropped
   */
  int sample(long seed, long step, long sample, int unit, int planes, long[] dropped, int firstBit);
}
