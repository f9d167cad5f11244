package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table's gaps against a naive inversion, in its own arithmetic and in exact decimals. */
class GeometricTableTest {
  private static final BigDecimal TWO_TO_53 = new BigDecimal(1L << 53);

  @Provide
  Arbitrary<Double> probabilities() {
    return Arbitraries.oneOf(
        Arbitraries.of(1.0, Math.nextDown(1.0), 0.5, 1.0 / 16, 1.0 / 1024, 1e-17, 1e-300),
        Arbitraries.randomValue(random -> 1 - random.nextDouble()),
        Arbitraries.randomValue(random -> Math.pow(2, -20 * random.nextDouble())));
  }

  @Provide
  Arbitrary<Long> words() {
    return Arbitraries.oneOf(Arbitraries.of(0L, -1L, 0x7FFL, 0x800L), randomLongs());
  }

  /** Uniform over all words; plain jqwik numbers favor small ones, which give small gaps. */
  private static Arbitrary<Long> randomLongs() {
    return Arbitraries.randomValue(random -> random.nextLong());
  }

  @Property
  void aGapIsTheNumberOfEntriesUpToTheUniformNumber(
      @ForAll("probabilities") double p, @ForAll("words") long word) {
    GeometricTable table = new GeometricTable(p);
    long uniform = word >>> 11;
    int gap = 0;
    double noSuccess = 1 - p;
    while (gap < table.length() && entry(noSuccess) <= uniform) {
      gap++;
      noSuccess *= 1 - p;
    }
    assertEquals(gap, table.gap(word));
  }

  private static long entry(double noSuccess) {
    BigDecimal rounded =
        new BigDecimal(noSuccess).multiply(TWO_TO_53).setScale(0, RoundingMode.HALF_UP);
    return TWO_TO_53.subtract(rounded).longValueExact();
  }

  /** {@code P(gap < k) <= u < P(gap <= k)}, up to what the products of the table round off. */
  @Property(tries = 300)
  void aGapInvertsTheExactDistribution(
      @ForAll("probabilities") double p, @ForAll("words") long word) {
    GeometricTable table = new GeometricTable(p);
    BigDecimal uniform = new BigDecimal(word >>> 11);
    BigDecimal slack = new BigDecimal(2 * table.length());
    int gap = table.gap(word);
    assertTrue(exactUpTo(p, gap).subtract(slack).compareTo(uniform) <= 0, "gap is too large");
    if (gap < table.length()) {
      assertTrue(uniform.compareTo(exactUpTo(p, gap + 1).add(slack)) < 0, "gap is too small");
    }
  }

  /** {@code P(gap < k)} times 2^53. */
  private static BigDecimal exactUpTo(double p, int k) {
    BigDecimal failure = BigDecimal.ONE.subtract(new BigDecimal(p));
    BigDecimal noSuccess = failure.pow(k, new MathContext(60));
    return BigDecimal.ONE.subtract(noSuccess).multiply(TWO_TO_53);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 0.06, 0.01, 0.001, 1e-9, Double.MIN_VALUE})
  void theLengthIsAPowerOfTwoAtOrAboveThreeMeanGaps(double p) {
    int length = new GeometricTable(p).length();
    double least = Math.min(Math.max(3 / p, 16), 1024);
    assertEquals(1, Integer.bitCount(length));
    assertTrue(length >= least && length < 2 * least, () -> length + " for " + least);
  }

  @Test
  void aCertainSuccessLeavesNoGap() {
    GeometricTable table = new GeometricTable(1);
    assertEquals(0, table.gap(0));
    assertEquals(0, table.gap(-1L));
  }

  @Test
  void theLeastWordIsASuccessAtOnceAndTheLargestIsBeyondTheTable() {
    GeometricTable table = new GeometricTable(0.004);
    assertEquals(0, table.gap(0));
    assertEquals(table.length(), table.gap(-1L));
  }

  @Test
  void aSuccessTooRareForTheTableIsBeyondIt() {
    GeometricTable table = new GeometricTable(Double.MIN_VALUE);
    assertEquals(1024, table.gap(0));
    assertEquals(1024, table.gap(-1L));
  }
}
