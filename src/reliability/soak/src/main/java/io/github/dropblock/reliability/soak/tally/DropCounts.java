package io.github.dropblock.reliability.soak.tally;

/** How often each bit of a mask was set. */
public final class DropCounts {
  private final int[] counts;

  /** Counts of zero. */
  public DropCounts(int bits) {
    counts = new int[bits];
  }

  /** Adds a mask. */
  public void add(long[] mask) {
    for (int i = 0; i < mask.length; i++) {
      for (long rest = mask[i]; rest != 0; rest &= rest - 1) {
        counts[i * Long.SIZE + Long.numberOfTrailingZeros(rest)]++;
      }
    }
  }

  /** Sums of the bits that are equal modulo a period. */
  public long[] modulo(int period) {
    long[] sums = new long[period];
    for (int i = 0; i < counts.length; i++) {
      sums[i % period] += counts[i];
    }
    return sums;
  }
}
