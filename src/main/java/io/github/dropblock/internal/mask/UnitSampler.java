package io.github.dropblock.internal.mask;

/** Draws the seeds of one unit of a mask and grows them to blocks. */
interface UnitSampler {
  /**
   * Drops what the stream says.
   *
   * <p>Modified: the bits of the unit's planes in {@code dropped}, which are zero before.
   *
   * @param planes planes of the unit, 1 to {@value Stream#PLANES}
   * @param firstBit the bit of the unit's first position
   * @return how many positions are dropped
   */
  int sample(Stream stream, int planes, long[] dropped, int firstBit);
}
