package io.github.dropblock.internal.mask;

/**
 * Names the random words of one unit of a mask: up to {@value #PLANES} channels of one sample.
 *
 * <p>Key: seed and step. Counter: the sample's index in the whole batch, then the unit's number in
 * the sample (upper half) and the block in the unit (lower half). Nothing else enters, so a mask
 * does not depend on how a batch is split or who computes it.
 *
 * @param seed the regularizer's seed
 * @param step the training step
 * @param sample the sample's index in the whole batch
 * @param unit the unit's number in the sample
 */
record Stream(long seed, long step, long sample, int unit) {
  /** Channels of a unit: 64 planes of any size end at a word of the mask if they begin at one. */
  static final int PLANES = 64;

  /** The lower counter of a block. */
  long counter(int block) {
    return (long) unit << 32 | block;
  }
}
