package io.github.dropblock.reliability.soak.tally;

import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.PValues;
import io.github.dropblock.reliability.soak.stats.TestResults;

/** A 2 x 2 table of two events over many pairs of bits. */
public final class PairTable {
  private long pairs;
  private long both;
  private long first;
  private long second;

  /** Adds the pairs of bits that stand at the same place, among some places. */
  public void add(long[] a, long[] b, long[] among) {
    for (int i = 0; i < among.length; i++) {
      long x = a[i] & among[i];
      long y = b[i] & among[i];
      pairs += Long.bitCount(among[i]);
      both += Long.bitCount(x & y);
      first += Long.bitCount(x);
      second += Long.bitCount(y);
    }
  }

  /** Tests for independence, if there are pairs. */
  public void test(TestResults results, Family family, Object setting) {
    if (pairs > 0) {
      results.add(family, PValues.independence(pairs, both, first, second), pairs, setting);
    }
  }
}
