package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.law.MapLaw;
import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.PValues;
import io.github.dropblock.reliability.soak.stats.TestResults;
import io.github.dropblock.reliability.soak.tally.DropCounts;
import java.util.Arrays;
import java.util.BitSet;

/** How often bits of a mask are set: over all, at each position, and at each site. */
final class Rates {
  private final Setting setting;
  private final MapLaw law;
  private final int bits;
  private final DropCounts counts;
  private long masks;
  private long dropped;

  Rates(Setting setting, int bits) {
    this.setting = setting;
    this.law = setting.law();
    this.bits = bits;
    this.counts = new DropCounts(bits);
  }

  /**
   * Adds a mask.
   *
   * @param dropped how many bits are set, by the mask's own count
   */
  void add(long[] mask, long dropped) {
    masks++;
    this.dropped += dropped;
    counts.add(mask);
  }

  void test(TestResults results) {
    testKeptCount(results);
    testPositions(results);
    if (law.singlePositions()) {
      testSites(results);
    }
  }

  private long planes() {
    return masks * (bits / law.positions());
  }

  /** By the exact variance of a plane: planes are independent. */
  private void testKeptCount(TestResults results) {
    double kept = setting.regularizer().expectedKeptFraction(setting.sample());
    double trials = (double) masks * bits;
    double variance = planes() * law.variance();
    if (PValues.isNormal(Math.min(kept, 1 - kept) * trials, variance)) {
      double p = PValues.normal(dropped, (1 - kept) * trials, variance);
      results.add(Family.KEPT_COUNT, p, masks * bits, setting);
    }
  }

  private void testPositions(TestResults results) {
    long[] drops = counts.modulo(law.positions());
    for (BitSet set : law.independentSets()) {
      int[] positions = set.stream().toArray();
      double[] rates = Arrays.stream(positions).mapToDouble(law::dropRate).toArray();
      long[] ofSet = Arrays.stream(positions).mapToLong(i -> drops[i]).toArray();
      testSet(results, ofSet, rates);
    }
  }

  private void testSet(TestResults results, long[] drops, double[] rates) {
    long trials = planes();
    if (PValues.isMany(PValues.leastExpected(trials, rates), rates.length)) {
      double p = PValues.rates(drops, trials, rates);
      results.add(Family.POSITIONS, p, trials * rates.length, setting);
      return;
    }
    for (int i = 0; i < rates.length; i++) {
      double p = PValues.binomial(drops[i], trials, rates[i]);
      results.add(Family.POSITIONS, p, trials, setting);
    }
  }

  private void testSites(TestResults results) {
    double[] rates = new double[bits];
    Arrays.fill(rates, law.dropRate(0));
    if (PValues.isMany(PValues.leastExpected(masks, rates), bits)) {
      double p = PValues.rates(counts.modulo(bits), masks, rates);
      results.add(Family.SITES, p, masks * bits, setting);
    }
  }
}
