package io.github.dropblock.playground;

import io.github.dropblock.SeedRegion;

/** Blocks or holes along one axis of a map. */
final class Coverage {
  private Coverage() {}

  /** Returns how many blocks cover each position. */
  static int[] counts(SeedRegion region, int block, int extent) {
    int first =
        switch (region) {
          case VALID -> 0;
          case WHOLE -> -((block - 1) / 2);
          case EXTENDED -> 1 - block;
        };
    int[] counts = new int[extent];
    for (int x = 0; x < extent; x++) {
      int last = Math.min(first + sites(region, block, extent) - 1, x);
      counts[x] = last - Math.max(first, x - block + 1) + 1;
    }
    return counts;
  }

  /** Returns the probability that a hole of a length covers each position. */
  static double[] shares(SeedRegion region, int length, int extent) {
    double[] shares = new double[extent];
    if (length > 0) {
      int[] counts = counts(region, length, extent);
      for (int x = 0; x < extent; x++) {
        shares[x] = (double) counts[x] / sites(region, length, extent);
      }
    }
    return shares;
  }

  private static int sites(SeedRegion region, int block, int extent) {
    return switch (region) {
      case VALID -> extent - block + 1;
      case WHOLE -> extent;
      case EXTENDED -> extent + block - 1;
    };
  }
}
