package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Noise is the documented function of its name, and normal. */
class GaussianNoiseTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int DRAWS = 100_000;

  private static double noise(long seed, long step, long sample, int element) {
    return GaussianNoise.value(seed, step, sample, element, new long[2]);
  }

  private static double[] draws(int seed) {
    double[] values = new double[DRAWS];
    Arrays.setAll(values, i -> noise(seed, i % 7, i % 11, i));
    return values;
  }

  @Property(tries = 500)
  void noiseIsThatOfTheContract(
      @ForAll long seed,
      @ForAll long step,
      @ForAll long sample,
      @ForAll @IntRange(max = Integer.MAX_VALUE) int element) {
    double expected = NoiseSpecification.value(seed, step, sample, element);
    assertEquals(expected, noise(seed, step, sample, element));
  }

  @Property(tries = 300)
  void wordsOfNoiseHaveTheValuesOfTheirElements(
      @ForAll long seed,
      @ForAll long bits,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 64) int element) {
    float[] out = new float[66];
    GaussianNoise.write(out, 1, bits, 0.5, 2, seed, 3, 4, element, new long[2]);
    for (int i = -1; i < 65; i++) {
      boolean isSet = i >= 0 && i < 64 && (bits >>> i & 1) == 1;
      float expected = isSet ? (float) (0.5 + 2 * noise(seed, 3, 4, element + i)) : 0;
      assertEquals(expected, out[1 + i]);
    }
  }

  /** False-alarm rate: 1e-4. */
  @Test
  void noiseIsNormal() {
    double p =
        KolmogorovSmirnovTest.withDefaults()
            .test(draws(1), NORMAL::cumulativeProbability)
            .getPValue();
    assertTrue(p >= 1e-4, () -> "p = " + p);
  }

  /**
   * Moments of order 1 to 4: expected 0, 1, 0, 3, with variances 1, 2, 15 and 96 of a single draw.
   * Within 4.5 standard errors: false-alarm rate 4 * 6.8e-6.
   */
  @Test
  void momentsAreThoseOfTheNormalDistribution() {
    double[] expected = {0, 1, 0, 3};
    double[] variances = {1, 2, 15, 96};
    double[] draws = draws(2);
    for (int order = 1; order <= 4; order++) {
      double power = order;
      double moment = Arrays.stream(draws).map(z -> Math.pow(z, power)).average().orElseThrow();
      double error = Math.sqrt(variances[order - 1] / DRAWS);
      assertEquals(expected[order - 1], moment, 4.5 * error, "order " + order);
    }
  }

  /** Correlation of neighbors in element, sample and step: within 4.5 standard errors each. */
  @Test
  void neighborsAreUncorrelated() {
    double[] sums = new double[3];
    for (int i = 0; i < DRAWS; i++) {
      double z = noise(3, i % 101, i % 103, i);
      sums[0] += z * noise(3, i % 101, i % 103, i + 1);
      sums[1] += z * noise(3, i % 101, i % 103 + 1, i);
      sums[2] += z * noise(3, i % 101 + 1, i % 103, i);
    }
    for (double sum : sums) {
      assertEquals(0, sum / Math.sqrt(DRAWS), 4.5);
    }
  }
}
