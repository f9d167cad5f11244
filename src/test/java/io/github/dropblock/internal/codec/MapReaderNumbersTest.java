package io.github.dropblock.internal.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers in the classes in which JSON libraries return them. */
class MapReaderNumbersTest {
  private static MapReader reader(Object value) {
    return new MapReader("thing", Map.of("key", value));
  }

  static List<Object> sevens() {
    return List.of(7L, 7, (short) 7, 7.0, "7", BigInteger.valueOf(7));
  }

  @ParameterizedTest
  @MethodSource("sevens")
  void wholeNumbers(Object seven) {
    assertEquals(7, reader(seven).whole("key"));
    assertEquals(7, reader(seven).integer("key"));
    assertArrayEquals(new long[] {7, 7}, reader(List.of(seven, seven)).wholes("key"));
  }

  static List<Object> otherSevens() {
    return List.of((byte) 7, 7f, new BigDecimal("7"), new BigDecimal("7.0"));
  }

  /** The documentation says: any number that holds them exactly. */
  @ParameterizedTest
  @MethodSource("otherSevens")
  void wholeNumbersOfLessCommonClasses(Object seven) {
    assertEquals(7, reader(seven).whole("key"));
  }

  static List<Object> notWhole() {
    return List.of(
        7.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        0x1p54,
        "",
        "7.0",
        "0x7",
        " 7",
        "seven",
        true,
        "9223372036854775808",
        BigInteger.TWO.pow(63),
        new BigDecimal("7.5"));
  }

  @ParameterizedTest
  @MethodSource("notWhole")
  void whatIsNoWholeNumber(Object value) {
    String message =
        assertThrowsExactly(IllegalArgumentException.class, () -> reader(value).whole("key"))
            .getMessage();
    assertTrue(message.startsWith("thing key must be a whole number"), message);
  }

  /** A number of few digits and a huge exponent must not be written out. */
  @Test
  void hugeExponents() {
    assertThrowsExactly(
        IllegalArgumentException.class, () -> reader(new BigDecimal("1e999999999")).whole("key"));
    assertEquals(Double.POSITIVE_INFINITY, reader(new BigDecimal("1e999999999")).real("key"));
  }

  @Test
  void theEndsOfTheRange() {
    for (long end : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertEquals(end, reader(end).whole("key"));
      assertEquals(end, reader("" + end).whole("key"));
      assertEquals(end, reader(BigInteger.valueOf(end)).whole("key"));
    }
    assertEquals(1L << 53, reader(0x1p53).whole("key"));
    assertEquals(Integer.MIN_VALUE, reader((long) Integer.MIN_VALUE).integer("key"));
  }

  @Test
  void realNumbers() {
    for (Object half : List.of(.5, .5f, new BigDecimal("0.5"))) {
      assertEquals(.5, reader(half).real("key"));
    }
    assertEquals(2, reader(2).real("key"));
    assertArrayEquals(new double[] {1, .5}, reader(List.of(1, .5)).reals("key"));
    assertThrowsExactly(IllegalArgumentException.class, () -> reader("0.5").real("key"));
  }
}
