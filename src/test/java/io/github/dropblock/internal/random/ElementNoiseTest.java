package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Noise is the documented function of its name, and normal. */
class ElementNoiseTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int DRAWS = 100_000;

  private static final NoiseDistribution STANDARD = new NoiseDistribution.Normal(0, 1);

  private static float noise(long seed, long step, long sample, int element) {
    return ElementNoise.value(STANDARD, seed, step, sample, element, new long[2]);
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
    float expected = (float) NoiseSpecification.value(seed, step, sample, element);
    assertEquals(expected, noise(seed, step, sample, element));
  }

  @Property(tries = 300)
  void wordsOfNoiseHaveTheValuesOfTheirElements(
      @ForAll long seed,
      @ForAll long bits,
      @ForAll @IntRange(max = Integer.MAX_VALUE - 64) int element) {
    for (NoiseDistribution noise :
        List.of(
            new NoiseDistribution.Normal(0.5, 2),
            new NoiseDistribution.Clamped(new NoiseDistribution.Normal(0.5, 2), -1, 1),
            new NoiseDistribution.Uniform(-1, 3))) {
      float[] out = new float[66];
      ElementNoise.write(out, 1, bits, noise, seed, 3, 4, element, new long[2]);
      for (int i = -1; i < 65; i++) {
        boolean isSet = i >= 0 && i < 64 && (bits >>> i & 1) == 1;
        float value = ElementNoise.value(noise, seed, 3, 4, element + Math.max(i, 0), new long[2]);
        assertEquals(isSet ? value : 0, out[1 + i]);
      }
    }
  }

  @Property(tries = 500)
  void otherNoiseHasTheFormulasOfTheContract(
      @ForAll long seed, @ForAll @IntRange(max = Integer.MAX_VALUE) int element) {
    long[] words2 = new long[2];
    double normal = 0.5 + 2 * NoiseSpecification.value(seed, 1, 2, element);
    NoiseDistribution clamped =
        new NoiseDistribution.Clamped(new NoiseDistribution.Normal(0.5, 2), -1.5, 1.25);
    assertEquals(
        (float) Math.max(-1.5, Math.min(1.25, normal)),
        ElementNoise.value(clamped, seed, 1, 2, element, words2));
    double u = (NoiseSpecification.bits(seed, 1, 2, element) + 0.5) / Math.pow(2, 32);
    assertEquals(
        (float) (-0.1 + (0.7 - -0.1) * u),
        ElementNoise.value(new NoiseDistribution.Uniform(-0.1, 0.7), seed, 1, 2, element, words2));
  }

  /** The least and the greatest bits, and the two in the middle. */
  @Test
  void uniformNoiseIsSymmetricAndWithinItsBounds() {
    NoiseDistribution noise = new NoiseDistribution.Uniform(-1, 1);
    assertEquals(-1, noise.of(0));
    assertEquals(1, noise.of(-1));
    assertEquals(-0x1p-32f, noise.of(Integer.MAX_VALUE));
    assertEquals(0x1p-32f, noise.of(Integer.MIN_VALUE));
    float most = Float.MAX_VALUE;
    assertEquals(-most, new NoiseDistribution.Uniform(-most, most).of(0));
    assertEquals(most, new NoiseDistribution.Uniform(-most, most).of(-1));
    assertEquals(7, new NoiseDistribution.Uniform(7, 7).of(12_345));
  }

  /** False-alarm rate: 1e-4. */
  @Test
  void uniformNoiseIsUniform() {
    NoiseDistribution noise = new NoiseDistribution.Uniform(2, 5);
    double[] values = new double[DRAWS];
    Arrays.setAll(values, i -> ElementNoise.value(noise, 5, i % 7, i % 11, i, new long[2]));
    double p =
        KolmogorovSmirnovTest.withDefaults()
            .test(values, x -> Math.max(0, Math.min(1, (x - 2) / 3)))
            .getPValue();
    assertTrue(p >= 1e-4, () -> "p = " + p);
  }

  /** The sign and the greatest tail: the bound of {@code Fill}. */
  @Test
  void normalNoiseLiesWithinSevenDeviations() {
    float most = STANDARD.of(0);
    assertTrue(most > 6.3 && most < 6.4, () -> "most " + most);
    assertEquals(-most, STANDARD.of(Integer.MIN_VALUE));
    NoiseDistribution.Normal wide = new NoiseDistribution.Normal(0, Double.MAX_VALUE);
    assertEquals(3, new NoiseDistribution.Clamped(wide, -2, 3).of(0));
    assertEquals(-2, new NoiseDistribution.Clamped(wide, -2, 3).of(Integer.MIN_VALUE));
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
