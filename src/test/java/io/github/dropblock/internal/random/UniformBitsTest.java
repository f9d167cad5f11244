package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Probabilities as 53-bit integers. */
class UniformBitsTest {
  @Test
  void wordsGiveTheirUpperBits() {
    assertEquals(0, UniformBits.ofWord(0x7FF));
    assertEquals(1, UniformBits.ofWord(0x800));
    assertEquals(UniformBits.ONE - 1, UniformBits.ofWord(-1L));
    assertEquals(UniformBits.ONE / 2, UniformBits.ofWord(Long.MIN_VALUE));
  }

  @Property
  void aThresholdIsTheProbabilityTimesTwoToThe53RoundedUp(
      @ForAll @DoubleRange(min = 0, max = 1) double probability) {
    BigDecimal exact = new BigDecimal(probability).multiply(new BigDecimal(UniformBits.ONE));
    long expected = exact.setScale(0, RoundingMode.CEILING).longValueExact();
    assertEquals(expected, UniformBits.threshold(probability));
  }

  @Property
  void theIntegerBelowABoundIsTheWordsShareOfIt(
      @ForAll long word, @ForAll @LongRange(min = 1) long bound) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
    BigInteger product = unsigned.multiply(BigInteger.valueOf(bound));
    assertEquals(product.shiftRight(64).longValueExact(), UniformBits.below(word, bound));
  }

  @Property
  void theIntegerComparisonIsThatOfTheDouble(
      @ForAll long word, @ForAll @DoubleRange(min = 0, max = 1) double probability) {
    long uniform = UniformBits.ofWord(word);
    boolean success = uniform * 0x1p-53 < probability;
    assertEquals(success, uniform < UniformBits.threshold(probability));
  }
}
