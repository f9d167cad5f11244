package io.github.dropblock;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleDropBlock;
import io.github.dropblock.oracle.OraclePlane;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole law of a plane, not only its rate: on tiny maps each pattern of dropped positions has
 * the probability that all sets of seeds give it. False-alarm rate: 1e-4 for each comparison.
 */
class DropBlockJointLawTest {
  /** Dense seeds (draws each site) and sparse ones (draws gaps); the last map has a single site. */
  @ParameterizedTest
  @CsvSource({
    "3,3,2,.4",
    "3,3,2,.97",
    "1,6,3,.5",
    "1,6,3,.985",
    "2,4,2,.5",
    "4,3,3,.96",
    "1,4,1,.5",
    "1,9,1,.99",
    "3,3,3,.7",
    "9,9,9,.7"
  })
  void eachPatternIsAsFrequentAsItsSeeds(int h, int w, int block, double keepProb) {
    Shape shape = Shape.nchw(2_000_000 / (h * w * 100), 100, h, w);
    for (SeedRegion region : SeedRegion.values()) {
      MaskCase c = MaskCase.of(shape, block, keepProb, 7).in(region);
      if (c.plane().sites() <= 12) {
        Significance.assertCells(patternLaw(c), patterns(c));
      }
    }
  }

  /** The probability of each pattern, a number with a bit for each position that matters. */
  private static double[] patternLaw(MaskCase c) {
    OraclePlane plane = c.plane();
    double gamma = c.gamma();
    double[] law = new double[1 << Math.min(12, plane.positions())];
    for (int set = 0; set < 1 << plane.sites(); set++) {
      float[] seeds = new float[plane.sites()];
      for (int site = 0; site < seeds.length; site++) {
        seeds[site] = set >> site & 1;
      }
      int drawn = Integer.bitCount(set);
      law[pattern(plane.grow(seeds))] +=
          Math.pow(gamma, drawn) * Math.pow(1 - gamma, plane.sites() - drawn);
    }
    return law;
  }

  private static long[] patterns(MaskCase c) {
    long[] counts = new long[1 << Math.min(12, c.shape().planeSize())];
    for (float[] plane : MaskData.planes(c.mask())) {
      counts[pattern(plane)]++;
    }
    return counts;
  }

  /** The first twelve positions of a plane as a number. */
  private static int pattern(float[] plane) {
    int pattern = 0;
    for (int i = 0; i < Math.min(12, plane.length); i++) {
      pattern |= (int) plane[i] << i;
    }
    return pattern;
  }

  /**
   * On real maps: how many positions of a plane are dropped, against the oracle with random numbers
   * of its own (two-sample chi-square, tails pooled).
   */
  @ParameterizedTest
  @CsvSource({"14,14,7,.9", "14,14,7,.5", "7,7,3,.9", "10,12,2,.6", "28,28,7,.9", "1,40,5,.8"})
  void planesLoseAsManyPositionsAsTheOraclesDo(int h, int w, int block, double keepProb) {
    MaskCase c = MaskCase.of(Shape.nchw(20, 128, h, w), block, keepProb, 3);
    int planes = c.shape().planes();
    float[] oracle = OracleDropBlock.dropped(new Random(4), c.plane(), c.gamma(), planes);
    double[] expected = new double[planes];
    for (int i = 0; i < planes; i++) {
      expected[i] = MaskData.sum(Arrays.copyOfRange(oracle, i * h * w, (i + 1) * h * w));
    }
    List<float[]> sampled = MaskData.planes(c.mask());
    double[] actual = sampled.stream().mapToDouble(MaskData::sum).toArray();
    double[] limits = deciles(expected);
    double p =
        ChiSquareTest.withDefaults()
            .test(new long[][] {histogram(expected, limits), histogram(actual, limits)})
            .getPValue();
    Assertions.assertTrue(p >= Significance.ALPHA, () -> "p = " + p);
  }

  private static double[] deciles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] limits = new double[9];
    for (int i = 0; i < 9; i++) {
      limits[i] = sorted[(i + 1) * sorted.length / 10];
    }
    return Arrays.stream(limits).distinct().filter(limit -> limit > sorted[0]).toArray();
  }

  private static long[] histogram(double[] values, double[] limits) {
    long[] counts = new long[limits.length + 1];
    for (double value : values) {
      int cell = 0;
      while (cell < limits.length && value >= limits[cell]) {
        cell++;
      }
      counts[cell]++;
    }
    return counts;
  }
}
