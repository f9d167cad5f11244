package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Quotients by multiplication and shift are those of a division. */
class DivisorProperties {
  private static final int MAX = Integer.MAX_VALUE;

  /** Powers of two and their neighbors, from 1 to 2^31 - 1. */
  private static Arbitrary<Integer> nearPowersOfTwo() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 31), Arbitraries.integers().between(-1, 1))
        .as((exponent, shift) -> (int) Math.min(MAX, Math.max(1, (1L << exponent) + shift)));
  }

  @Provide
  Arbitrary<Integer> divisors() {
    return Arbitraries.oneOf(
        nearPowersOfTwo(),
        Arbitraries.integers().between(1, 4096),
        Arbitraries.integers().between(1, MAX));
  }

  @Property(tries = 5000)
  void quotientsAreThoseOfADivision(
      @ForAll("divisors") int divisor, @ForAll("divisors") int numerator) {
    assertEquals(numerator / divisor, new Divisor(divisor).quotient(numerator));
  }

  /** Next to a multiple of the divisor a rounding error would show first. */
  @Property(tries = 5000)
  void quotientsChangeExactlyAtMultiples(
      @ForAll("divisors") int divisor, @ForAll("divisors") int seed) {
    int multiple = seed % (MAX / divisor + 1) * divisor;
    Divisor by = new Divisor(divisor);
    assertEquals(multiple / divisor, by.quotient(multiple));
    if (multiple > 0) {
      assertEquals((multiple - 1) / divisor, by.quotient(multiple - 1));
    }
    int last = (int) Math.min(MAX, (long) multiple + divisor - 1);
    assertEquals(last / divisor, by.quotient(last));
  }

  @Example
  void theEndsOfTheRange() {
    for (int divisor : new int[] {1, 2, 3, MAX / 2, MAX / 2 + 1, MAX - 1, MAX}) {
      Divisor by = new Divisor(divisor);
      for (int numerator : new int[] {0, 1, divisor - 1, divisor, MAX - 1, MAX}) {
        assertEquals(numerator / divisor, by.quotient(numerator));
      }
    }
  }
}
