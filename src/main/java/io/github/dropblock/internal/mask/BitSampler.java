package io.github.dropblock.internal.mask;

/** Draws the bits of the samples of a batch. */
public interface BitSampler {
  /**
   * Returns how many samples end on a word of a mask: threads may share a mask if each begins at a
   * multiple.
   */
  int samplesToWord();

  /**
   * Draws the masks of the samples from {@code from} to {@code to}, exclusive.
   *
   * <p>Modified: {@code dropped}, which is zero before: bit 0 is the first position of sample 0.
   *
   * @param firstSample the index in the whole batch of sample 0
   * @return how many positions are dropped
   */
  long sample(long seed, long step, long firstSample, int from, int to, long[] dropped);
}
