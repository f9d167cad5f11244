package io.github.dropblock.internal.mask;

/** Draws the bits of a mask, sample by sample. */
public interface BitSampler {
  /**
   * Returns how many consecutive samples end on a word boundary of a mask. Threads may write to one
   * mask if each begins at a multiple of it.
   */
  int samplesToWord();

  /**
   * Draws the masks of the samples from {@code from} to {@code to}, exclusive.
   *
   * <p>Modified: {@code dropped}, which is zero before. Bit 0 is the first position of sample 0.
   *
   * @param firstSample the index in the whole batch of sample 0
   * @return number of dropped positions
   */
  long sample(long seed, long step, long firstSample, int from, int to, long[] dropped);
}
