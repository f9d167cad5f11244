package io.github.dropblock.playground;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;

/** The probability that a position is dropped, for each position of a map, in closed form. */
final class ClosedForm {
  private ClosedForm() {}

  /** Returns the drop rates, row after row. */
  static double[] rates(Regularizer regularizer, Shape shape) {
    if (regularizer instanceof DropBlock d) {
      int b = d.blockSize().heightOn(shape);
      int[] rows = covering(d.seedRegion(), b, shape.h());
      int[] columns = covering(d.seedRegion(), d.blockSize().widthOn(shape), shape.w());
      return powers(1 - d.gamma(shape), rows, columns);
    }
    if (regularizer instanceof Cutout c) {
      return holes(c, shape);
    }
    double[] rates = new double[shape.h() * shape.w()];
    java.util.Arrays.fill(rates, 1 - ((KeepProbRegularizer) regularizer).keepProb());
    return rates;
  }

  /** {@code 1 - keep^n}, where n blocks cover the position. */
  private static double[] powers(double keep, int[] rows, int[] columns) {
    double[] rates = new double[rows.length * columns.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = 1 - Math.pow(keep, rows[i / columns.length] * columns[i % columns.length]);
    }
    return rates;
  }

  /** {@code 1 - (1 - n / positions)^holes}, where n centers have a hole over the position. */
  private static double[] holes(Cutout cutout, Shape shape) {
    int[] rows = covering(SeedRegion.WHOLE, cutout.size().heightOn(shape), shape.h());
    int[] columns = covering(SeedRegion.WHOLE, cutout.size().widthOn(shape), shape.w());
    double[] rates = new double[rows.length * columns.length];
    for (int i = 0; i < rates.length; i++) {
      double n = rows[i / columns.length] * columns[i % columns.length];
      rates[i] = 1 - Math.pow(1 - n / rates.length, cutout.holes());
    }
    return rates;
  }

  /** Returns how many blocks along one axis cover each position. */
  private static int[] covering(SeedRegion region, int block, int extent) {
    int first =
        switch (region) {
          case VALID -> 0;
          case WHOLE -> -((block - 1) / 2);
          case EXTENDED -> 1 - block;
        };
    int sites =
        switch (region) {
          case VALID -> extent - block + 1;
          case WHOLE -> extent;
          case EXTENDED -> extent + block - 1;
        };
    int[] counts = new int[extent];
    for (int x = 0; x < extent; x++) {
      counts[x] = Math.min(first + sites - 1, x) - Math.max(first, x - block + 1) + 1;
    }
    return counts;
  }
}
