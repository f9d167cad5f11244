package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.DropMask;
import io.github.dropblock.reliability.soak.bits.BitArrays;
import io.github.dropblock.reliability.soak.grid.Setting;
import io.github.dropblock.reliability.soak.law.MapLaw;
import io.github.dropblock.reliability.soak.stats.TestResults;
import io.github.dropblock.tensor.Shape;

/** Draws at one setting, and tests. */
final class SettingRun {
  private final MaskSource source;
  private final Setting setting;
  private final Workload workload;
  private final Shape batch;
  private final int bits;

  SettingRun(MaskSource source, Setting setting, Workload workload) {
    this.source = source;
    this.setting = setting;
    this.workload = workload;
    this.batch = setting.batch(workload.samples());
    this.bits = setting.bits().count(batch);
  }

  void run(TestResults results) {
    MapLaw law = setting.law();
    long[] among = BitArrays.repeat(law.likeCenter(), law.positions(), bits);
    Rates rates = new Rates(setting, bits);
    Neighbors neighbors = new Neighbors(setting, bits, among);
    OneBitNeighbors oneBitNeighbors = new OneBitNeighbors(source, setting, batch, among);
    long[] mask = new long[BitArrays.words(bits)];
    for (int step = 0; step < workload.rounds(); step++) {
      long dropped = draw(step, mask);
      rates.add(mask, dropped);
      neighbors.add(mask);
      oneBitNeighbors.add(mask, step);
    }
    rates.test(results);
    neighbors.test(results);
    oneBitNeighbors.test(results);
  }

  /**
   * Draws a mask.
   *
   * @return how many of its bits are set, by its kept count
   */
  private long draw(int step, long[] mask) {
    DropMask drawn = source.sample(setting.regularizer(), batch, step, 0);
    setting.bits().read(drawn, mask);
    long elementsOfBit = batch.size() / bits;
    long dropped = (batch.size() - drawn.keptCount()) / elementsOfBit;
    if (dropped * elementsOfBit + drawn.keptCount() != batch.size()
        || dropped != BitArrays.count(mask)) {
      throw new IllegalStateException("kept count and bits differ: " + drawn + ", " + setting);
    }
    return dropped;
  }
}
