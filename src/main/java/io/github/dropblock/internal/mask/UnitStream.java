package io.github.dropblock.internal.mask;

/**
 * Addresses of the random words of a mask. A unit is up to {@value #PLANES} consecutive channels of
 * one sample.
 *
 * <p>The generator's key is the seed and the step. The first half of its counter is the sample's
 * index in the whole batch. The second half holds the unit's number in the sample (upper 32 bits)
 * and the number of the block in the unit (lower 32 bits). A word depends on nothing else, so a
 * mask does not depend on how a batch is split or on which thread computes it.
 */
final class UnitStream {
  /**
   * Number of channels of a unit. 64 planes of any size end on a word boundary if they begin on
   * one.
   */
  static final int PLANES = 64;

  private UnitStream() {}

  /** Returns the second half of the counter of a block. */
  static long counter(int unit, int block) {
    return (long) unit << 32 | block;
  }
}
