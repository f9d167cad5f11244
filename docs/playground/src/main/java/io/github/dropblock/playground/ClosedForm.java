package io.github.dropblock.playground;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Holes;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/** The probability that a position is dropped, for each position of a map, in closed form. */
final class ClosedForm {
  private ClosedForm() {}

  /**
   * Returns the drop rates, row after row.
   *
   * @param choices what the regularizer was made from
   */
  static double[] rates(Regularizer regularizer, Choices choices, Shape shape) {
    if (regularizer instanceof DropBlock d) {
      int b = d.blockSize().heightOn(shape);
      int[] rows = Coverage.counts(d.seedRegion(), b, shape.h());
      int[] columns = Coverage.counts(d.seedRegion(), d.blockSize().widthOn(shape), shape.w());
      return powers(1 - d.gamma(shape), rows, columns);
    }
    if (regularizer instanceof Cutout c) {
      return cutouts(c, shape);
    }
    if (regularizer instanceof Holes) {
      return new HoleRates(choices.holes(), choices.region(), shape).rates();
    }
    // All positions are alike, those of cut cells and of grids too.
    double[] rates = new double[shape.h() * shape.w()];
    Arrays.fill(rates, 1 - regularizer.expectedKeptFraction(shape));
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
  private static double[] cutouts(Cutout cutout, Shape shape) {
    int[] rows = Coverage.counts(SeedRegion.WHOLE, cutout.size().heightOn(shape), shape.h());
    int[] columns = Coverage.counts(SeedRegion.WHOLE, cutout.size().widthOn(shape), shape.w());
    double[] rates = new double[rows.length * columns.length];
    for (int i = 0; i < rates.length; i++) {
      double n = rows[i / columns.length] * columns[i % columns.length];
      rates[i] = 1 - Math.pow(1 - n / rates.length, cutout.holes());
    }
    return rates;
  }
}
