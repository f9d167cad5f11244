package io.github.dropblock.internal.mask;

/** Equally likely sizes of a hole on a plane. A size with a length of 0 drops nothing. */
public interface HoleSizes {
  /** Returns the number of sizes, at least 1. The same size may occur several times. */
  long count();

  /** Returns the length along D of the size with a number. */
  int depth(long number);

  /** Returns the length along H of the size with a number. */
  int height(long number);

  /** Returns the length along W of the size with a number. */
  int width(long number);

  /** Returns the probability that a hole covers each position of a plane. */
  HoleHits hits(HolePlane plane);
}
