package io.github.dropblock.internal.mask;

/**
 * Equally likely sizes of a hole on a plane. A random word picks the size with the number {@code
 * below(word, sizes)}. A size with a length of 0 drops nothing.
 */
public interface HoleSizes {
  /** Returns the length along D of the size that a word picks. */
  int depth(long word);

  /** Returns the length along H of the size that a word picks. */
  int height(long word);

  /** Returns the length along W of the size that a word picks. */
  int width(long word);

  /** Returns the probability that a hole covers each position of a plane. */
  HoleHits hits(HolePlane plane);
}
