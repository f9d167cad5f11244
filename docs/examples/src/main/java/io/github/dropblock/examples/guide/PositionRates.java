package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import java.util.stream.IntStream;

/**
 * How often each position of a square map is dropped.
 *
 * @param side of the map
 * @param rates drop rates in [0, 1], row after row
 */
record PositionRates(int side, double[] rates) {
  private static final int SAMPLES = 16;
  private static final int CHANNELS = 64;

  /** Counts over masks of the steps 0 to {@code steps - 1}, of 1,024 planes each. */
  static PositionRates measured(DropBlock dropBlock, int side, int steps) {
    DropMask mask = dropBlock.sample(Shape.nchw(SAMPLES, CHANNELS, side, side), 0);
    double[] drops = new double[side * side];
    for (int step = 0; step < steps; step++) {
      dropBlock.sampleInto(mask, step);
      float[] kept = mask.toTensor().data();
      for (int i = 0; i < kept.length; i++) {
        drops[i % drops.length] += 1 - kept[i];
      }
    }
    double planes = planes(steps);
    return new PositionRates(
        side, IntStream.range(0, drops.length).mapToDouble(i -> drops[i] / planes).toArray());
  }

  static int planes(int steps) {
    return SAMPLES * CHANNELS * steps;
  }

  /** {@code 1 - (1 - gamma)^n}, where n is the number of blocks that cover the position. */
  static PositionRates closedForm(DropBlock dropBlock, SeedRegion region, int block, int side) {
    double gamma = dropBlock.gamma(Shape.nchw(1, 1, side, side));
    int[] covering = IntStream.range(0, side).map(i -> covering(region, block, side, i)).toArray();
    return new PositionRates(
        side,
        IntStream.range(0, side * side)
            .mapToDouble(i -> 1 - Math.pow(1 - gamma, covering[i / side] * covering[i % side]))
            .toArray());
  }

  /** The blocks along one axis that cover a position, by where they may start. */
  private static int covering(SeedRegion region, int block, int side, int position) {
    IntStream starts =
        switch (region) {
          case VALID -> IntStream.rangeClosed(0, side - block);
          case WHOLE -> IntStream.range(0, side).map(center -> center - (block - 1) / 2);
          case EXTENDED -> IntStream.range(1 - block, side);
        };
    return (int) starts.filter(start -> start <= position && position < start + block).count();
  }

  double corner() {
    return rates[0];
  }

  double center() {
    return rates[side / 2 * side + side / 2];
  }

  double mean() {
    return IntStream.range(0, rates.length).mapToDouble(i -> rates[i]).sum() / rates.length;
  }

  double max() {
    return IntStream.range(0, rates.length).mapToDouble(i -> rates[i]).max().orElseThrow();
  }
}
