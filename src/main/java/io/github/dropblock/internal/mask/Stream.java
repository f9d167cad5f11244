package io.github.dropblock.internal.mask;

/**
 * How the random words of a mask are named. A unit is up to {@value #PLANES} consecutive channels
 * of one sample.
 *
 * <p>Key: seed and step. Counter: the sample's index in the whole batch, then the unit's number in
 * the sample (upper half) and the block in the unit (lower half). Nothing else enters, so a mask
 * does not depend on how a batch is split or who computes it.
 */
final class Stream {
  /** Channels of a unit: 64 planes of any size end at a word of the mask if they begin at one. */
  static final int PLANES = 64;

  private Stream() {}

  /** The second half of the counter of a block. */
  static long counter(int unit, int block) {
    return (long) unit << 32 | block;
  }
}
