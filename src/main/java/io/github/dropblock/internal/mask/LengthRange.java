package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.random.UniformBits;

/**
 * Equally likely lengths of a hole along an axis.
 *
 * @param min the least length, at least 0
 * @param max the largest length, at most the extent of the axis
 */
public record LengthRange(int min, int max) {
  /** Returns the number of lengths. */
  long count() {
    return max - min + 1L;
  }

  /** Returns the length that a word picks. */
  int length(long word) {
    return min + (int) UniformBits.below(word, count());
  }

  /** Returns for each place the mean over all lengths of the probability to be covered. */
  double[] hits(HolePlaces places) {
    double[] hits = new double[places.count()];
    for (int i = 0; i < hits.length; i++) {
      double sum = 0;
      for (long length = min; length <= max; length++) {
        sum += places.hit(i, (int) length);
      }
      hits[i] = sum / count();
    }
    return hits;
  }
}
