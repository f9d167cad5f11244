package io.github.dropblock.reliability.soak.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** False-alarm rate of each comparison with the geometric law: 1e-4. */
class GapCountsTest {
  private static final int BITS = 100;

  private static GapCounts counts(double rate, int masks, IntPredicate set) {
    GapCounts counts = new GapCounts(BITS, rate);
    for (int m = 0; m < masks; m++) {
      long[] mask = new long[2];
      for (int i = 0; i < BITS; i++) {
        if (set.test(m * BITS + i)) {
          mask[i >> 6] |= 1L << i;
        }
      }
      counts.add(mask);
    }
    return counts;
  }

  @ParameterizedTest
  @ValueSource(doubles = {.003, .02, .3, .5, .9})
  void coinsHaveGeometricGaps(double rate) {
    Random random = new Random(1);
    GapCounts counts = counts(rate, (int) (3000 / rate), i -> random.nextDouble() < rate);
    assertTrue(counts.enough());
    assertTrue(counts.pValue() > 1e-4);
  }

  /** As many seeds as expected, but each at a place of its own. */
  @Test
  void evenGapsAreNotGeometric() {
    GapCounts counts = counts(1 / 30., 100_000, i -> i % 30 == 7);
    assertTrue(counts.enough());
    assertTrue(counts.pValue() < 1e-12);
  }

  /** Longer than a mask: a gap goes on in the next one, and the last one is not complete. */
  @Test
  void gapsGoOnFromMaskToMask() {
    GapCounts counts = counts(.01, 10, i -> i % 450 == 449);
    assertEquals(2, counts.gaps());
    assertFalse(counts.enough());
  }
}
