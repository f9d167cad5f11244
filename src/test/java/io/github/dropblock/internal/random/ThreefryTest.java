package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Known answers, and agreement with the specification on any key and counter. */
class ThreefryTest {
  /** The first three rows are those of Random123's file kat_vectors for 13 rounds. */
  @ParameterizedTest
  @CsvFileSource(resources = "/threefry.csv", numLinesToSkip = 1)
  void knownAnswers(
      String counter0, String counter1, String key0, String key1, String first, String second) {
    long[] expected = {hex(first), hex(second)};
    long[] actual = new long[2];
    Threefry.block(hex(key0), hex(key1), hex(counter0), hex(counter1), actual, 0, 1);
    assertArrayEquals(expected, actual);
    assertArrayEquals(
        expected, ThreefrySpecification.block(hex(key0), hex(key1), hex(counter0), hex(counter1)));
  }

  private static long hex(String digits) {
    return Long.parseUnsignedLong(digits, 16);
  }

  @Property
  void agreesWithTheSpecification(
      @ForAll long key0, @ForAll long key1, @ForAll long counter0, @ForAll long counter1) {
    long[] expected = ThreefrySpecification.block(key0, key1, counter0, counter1);
    long[] out = {0, 7, 0, 9};
    Threefry.block(key0, key1, counter0, counter1, out, 2, 0);
    assertArrayEquals(new long[] {expected[1], 7, expected[0], 9}, out);
  }
}
