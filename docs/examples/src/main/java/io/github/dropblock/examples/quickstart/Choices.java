package io.github.dropblock.examples.quickstart;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;

/**
 * What the user chose about the masks.
 *
 * @param keepProb probability to keep
 * @param blockSize side of a block, in positions of a feature map
 * @param gammaRule how gamma, the probability of a block, follows from keepProb
 * @param seed of every mask drawn
 */
record Choices(double keepProb, int blockSize, GammaRule gammaRule, long seed) {
  DropBlock dropBlock() {
    return withBlockSize(blockSize);
  }

  /** Dropout at the same rate is DropBlock with blocks of one position. */
  DropBlock dropout() {
    return withBlockSize(1);
  }

  private DropBlock withBlockSize(int size) {
    return DropBlock.builder()
        .keepProb(keepProb)
        .blockSize(size)
        .gammaRule(gammaRule)
        .seed(seed)
        .build();
  }
}
