package io.github.dropblock.benchmarks.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.benchmarks.plan.Setting;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KolmogorovSmirnovTest {
  private static final int SIZE = 8192;
  private static final int POSITIONS = 196;

  @Test
  void distanceOfSmallSamples() {
    assertEquals(0, KolmogorovSmirnov.distance(new int[] {0, 0, 3}, new int[] {0, 0, 3}));
    assertEquals(1, KolmogorovSmirnov.distance(new int[] {0, 1}, new int[] {2, 3}));
    assertEquals(0.5, KolmogorovSmirnov.distance(new int[] {0, 2}, new int[] {2, 2}));
  }

  /** 1.358 is the tabulated quantile for a rate of 5%. */
  @Test
  void limitIsTheTabulatedOne() {
    assertEquals(1.358 * Math.sqrt(2.0 / SIZE), KolmogorovSmirnov.limit(SIZE, SIZE, 0.05), 1e-5);
  }

  @Test
  void theSameLawPassesAndOthersDoNot() {
    assertTrue(compare(counts(1, 0.1), counts(2, 0.1)).holds());
    assertFalse(compare(counts(1, 0.105), counts(2, 0.1)).holds());
  }

  /** The same fraction on the whole, but all or nothing in each plane. */
  @Test
  void theFractionAloneIsNotEnough() {
    int[] planes = new int[SIZE];
    Arrays.fill(planes, SIZE - SIZE / 10, SIZE, POSITIONS);
    Comparison comparison = compare(planes, counts(2, 0.1));
    assertEquals(0.1, comparison.dropped(), comparison.droppedLimit());
    assertFalse(comparison.holds());
  }

  private static Comparison compare(int[] counts, int[] ours) {
    var expectation = new Comparison.Expectation(0.1, POSITIONS);
    return Comparison.of("", Setting.PAPER, counts, ours, expectation);
  }

  private static int[] counts(long seed, double rate) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] y = new float[SIZE * POSITIONS];
    for (int i = 0; i < y.length; i++) {
      y[i] = random.nextDouble() < rate ? 0 : 1;
    }
    return DropCounts.sorted(y, POSITIONS);
  }
}
