package io.github.dropblock.reliability.soak.tally;

import io.github.dropblock.reliability.soak.bits.BitArrays;
import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.TestResults;

/** A table of the bits of a mask beside those a lag later. */
public final class LagTable {
  private final PairTable table = new PairTable();
  private final Family family;
  private final int lag;
  private final long[] among;
  private final long[] later;

  /**
   * A table without pairs.
   *
   * @param bits of a mask
   * @param among the bits to look at; what stands a lag later is to be as probable
   */
  public LagTable(Family family, int lag, int bits, long[] among) {
    this.family = family;
    this.lag = lag;
    this.among = BitArrays.first(among, bits - lag);
    this.later = new long[among.length];
  }

  /** Adds a mask. */
  public void add(long[] mask) {
    BitArrays.shiftDown(mask, lag, later);
    table.add(mask, later, among);
  }

  /** Tests for independence. */
  public void test(TestResults results, Object setting) {
    table.test(results, family, setting);
  }
}
