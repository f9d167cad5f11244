package io.github.dropblock.benchmarks.law;

/** How many positions of each plane an implementation dropped. */
final class DropCounts {
  private DropCounts() {}

  /**
   * Counts zeros, in ascending order of the counts.
   *
   * @param y what became of ones
   */
  static int[] sorted(float[] y, int planeSize) {
    int[] counts = new int[y.length / planeSize];
    for (int i = 0; i < y.length; i++) {
      counts[i / planeSize] += y[i] == 0 ? 1 : 0;
    }
    java.util.Arrays.sort(counts);
    return counts;
  }
}
