package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.stats.Family;
import io.github.dropblock.reliability.soak.stats.TestResults;
import io.github.dropblock.reliability.soak.tally.PairTable;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Masks whose name differs from another's by one bit of the seed, the step or the sample. */
final class OneBitNeighbors {
  private final MaskSource source;
  private final Setting setting;
  private final Shape batch;
  private final long[] among;
  private final long[] bits;
  private final List<OneBitNeighbor> oneBitNeighbors = new ArrayList<>();

  /** One bit that may differ, and what was seen. */
  private record OneBitNeighbor(Family family, int bit, Regularizer regularizer, PairTable table) {}

  /**
   * All bits of the names.
   *
   * @param among bits of a mask to look at
   */
  OneBitNeighbors(MaskSource source, Setting setting, Shape batch, long[] among) {
    this.source = source;
    this.setting = setting;
    this.batch = batch;
    this.among = among;
    this.bits = new long[among.length];
    Regularizer regularizer = setting.regularizer();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      add(Family.SEED_BITS, bit, regularizer.withSeed(regularizer.seed() ^ 1L << bit));
      if (bit < Long.SIZE - 1) { // Steps are not negative.
        add(Family.STEP_BITS, bit, regularizer);
      }
      if (bit < Long.SIZE - 1 && setting.bySample()) {
        add(Family.SAMPLE_BITS, bit, regularizer);
      }
    }
  }

  private void add(Family family, int bit, Regularizer regularizer) {
    oneBitNeighbors.add(new OneBitNeighbor(family, bit, regularizer, new PairTable()));
  }

  /** Compares the mask of a step with that of one neighbor; each has its turn. */
  void add(long[] mask, int step) {
    OneBitNeighbor neighbor = oneBitNeighbors.get(step % oneBitNeighbors.size());
    long otherStep = neighbor.family == Family.STEP_BITS ? step ^ 1L << neighbor.bit : step;
    long firstSample = neighbor.family == Family.SAMPLE_BITS ? 1L << neighbor.bit : 0;
    DropMask other = source.sample(neighbor.regularizer, batch, otherStep, firstSample);
    setting.bits().read(other, bits);
    neighbor.table.add(mask, bits, among);
  }

  void test(TestResults results) {
    oneBitNeighbors.forEach(neighbor -> neighbor.table.test(results, neighbor.family, setting));
  }
}
