package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.law.MapLaw;
import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.TestResults;
import io.github.dropblock.reliability.soak.tally.GapCounts;
import io.github.dropblock.reliability.soak.tally.LagTable;
import io.github.dropblock.reliability.soak.tally.PairTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Neighbors within a mask, and in successive masks. */
final class Neighbors {
  /** Channels of a stream: the library's design says so. */
  private static final int GROUP = 64;

  private final Setting setting;
  private final int bits;
  private final long[] among;
  private final List<LagTable> lags = new ArrayList<>();
  private final List<GapCounts> gaps = new ArrayList<>();
  private final PairTable steps = new PairTable();
  private final long[] previous;
  private boolean begun;

  /**
   * Without masks.
   *
   * @param among bits of a mask to look at
   */
  Neighbors(Setting setting, int bits, long[] among) {
    this.setting = setting;
    this.bits = bits;
    this.among = among;
    this.previous = new long[among.length];
    MapLaw law = setting.law();
    int plane = law.positions();
    addLag(Family.CHANNELS, setting.planes() > 1, plane);
    addLag(Family.CHANNELS, setting.planes() > GROUP, GROUP * plane);
    addLag(Family.SAMPLES, setting.bySample(), setting.bitsOfSample());
    if (law.singlePositions()) {
      IntStream.of(1, 2, setting.sample().w())
          .distinct()
          .forEach(lag -> addLag(Family.LAGS, lag < plane, lag));
      double rate = law.dropRate(0);
      if (rate > 0 && rate < 1) {
        gaps.add(new GapCounts(bits, rate));
      }
    }
  }

  private void addLag(Family family, boolean exists, int lag) {
    if (exists) {
      lags.add(new LagTable(family, lag, bits, among));
    }
  }

  void add(long[] mask) {
    lags.forEach(table -> table.add(mask));
    gaps.forEach(counts -> counts.add(mask));
    if (begun) {
      steps.add(previous, mask, among);
    }
    System.arraycopy(mask, 0, previous, 0, mask.length);
    begun = true;
  }

  void test(TestResults results) {
    lags.forEach(table -> table.test(results, setting));
    gaps.stream()
        .filter(GapCounts::enough)
        .forEach(counts -> results.add(Family.GAPS, counts.pValue(), counts.gaps(), setting));
    steps.test(results, Family.STEPS, setting);
  }
}
