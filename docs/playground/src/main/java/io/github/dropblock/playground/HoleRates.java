package io.github.dropblock.playground;

import io.github.dropblock.SeedRegion;
import io.github.dropblock.internal.mask.AreaSizes;
import io.github.dropblock.internal.mask.HoleAxis;
import io.github.dropblock.internal.mask.HolePlane;
import io.github.dropblock.internal.mask.HoleRegion;
import io.github.dropblock.tensor.Shape;

/** Drop rates of holes of random number and size: section 14 of the contract. */
final class HoleRates {
  /** Sizes by area are equally likely, and the upper bits of a word choose one. */
  private static final int AREA_SIZES = 1024;

  private static final int WORD_SHIFT = Long.SIZE - 10;

  private final HoleChoices choices;
  private final SeedRegion region;
  private final int height;
  private final int width;

  HoleRates(HoleChoices choices, SeedRegion region, Shape shape) {
    this.choices = choices;
    this.region = region;
    this.height = shape.h();
    this.width = shape.w();
  }

  /** Returns the drop rates, row after row. */
  double[] rates() {
    double[] rates =
        switch (choices.size()) {
          case AREA -> ofAreas();
          case SIDES -> product(means(region, height), means(region, width));
          case BAR_OF_HEIGHT -> product(means(region, height), ones(width));
          case BAR_OF_WIDTH -> product(ones(height), means(region, width));
        };
    for (int i = 0; i < rates.length; i++) {
      double kept = missed(Math.min(1, rates[i]));
      rates[i] = choices.probability() * (choices.inverse() ? kept : 1 - kept);
    }
    return rates;
  }

  /** The mean of {@code (1 - hit)^n} over the numbers n of holes. */
  private double missed(double hit) {
    double power = Math.pow(1 - hit, choices.minHoles());
    double sum = 0;
    for (int n = choices.minHoles(); n <= choices.maxHoles(); n++) {
      sum += power;
      power *= 1 - hit;
    }
    return sum / (choices.maxHoles() - choices.minHoles() + 1);
  }

  /** The mean over all lengths of the probability that one covers a position of an axis. */
  private double[] means(SeedRegion of, int extent) {
    int min = Math.min(choices.minLength(), extent);
    int max = Math.min(choices.maxLength(), extent);
    double[] means = new double[extent];
    for (int length = min; length <= max; length++) {
      add(means, 1.0 / (max - min + 1), Coverage.shares(of, length, extent));
    }
    return means;
  }

  private static double[] ones(int extent) {
    double[] ones = new double[extent];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] product(double[] rows, double[] columns) {
    double[] product = new double[rows.length * columns.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = rows[i / columns.length] * columns[i % columns.length];
    }
    return product;
  }

  /** Sums over all heights of a hole, and for each over the widths that occur with it. */
  private double[] ofAreas() {
    double[][] widths = new double[height + 1][];
    AreaSizes sizes = sizes();
    for (long i = 0; i < AREA_SIZES; i++) {
      int h = sizes.height(i << WORD_SHIFT);
      widths[h] = widths[h] == null ? new double[width] : widths[h];
      int w = sizes.width(i << WORD_SHIFT);
      add(widths[h], 1.0 / AREA_SIZES, Coverage.shares(region, w, width));
    }
    double[] hits = new double[height * width];
    for (int h = 1; h <= height; h++) {
      if (widths[h] != null) {
        add(hits, 1, product(Coverage.shares(region, h, height), widths[h]));
      }
    }
    return hits;
  }

  private AreaSizes sizes() {
    HolePlane plane =
        new HolePlane(
            new HoleAxis(1, HoleRegion.VALID),
            new HoleAxis(height, HoleRegion.VALID),
            new HoleAxis(width, HoleRegion.VALID));
    return new AreaSizes(
        plane,
        new double[] {choices.minArea(), choices.maxArea()},
        new double[] {choices.minAspect(), choices.maxAspect()});
  }

  private static void add(double[] sums, double weight, double[] terms) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * terms[i];
    }
  }
}
