package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Formats of 16 bits against the definition of IEEE 754: a table of all numbers they have. */
class HalfFormatTest {
  private static final int SIGN = 0x8000;

  private static int exponentBits(HalfFormat format) {
    return format == HalfFormat.BINARY16 ? 5 : 8;
  }

  private static int infinity(HalfFormat format) {
    int exponent = exponentBits(format);
    return ((1 << exponent) - 1) << (15 - exponent);
  }

  /** The number of bits up to infinity's, which stands for the first power that is too large. */
  private static double value(HalfFormat format, int bits) {
    int digits = 15 - exponentBits(format);
    int bias = (1 << (exponentBits(format) - 1)) - 1;
    int exponent = bits >> digits;
    int significand = bits & ((1 << digits) - 1);
    return exponent == 0
        ? Math.scalb((double) significand, 1 - bias - digits)
        : Math.scalb((double) significand + (1 << digits), exponent - bias - digits);
  }

  private static NavigableMap<Double, Integer> numbers(HalfFormat format) {
    NavigableMap<Double, Integer> numbers = new TreeMap<>();
    for (int bits = 0; bits <= infinity(format); bits++) {
      numbers.put(value(format, bits), bits);
    }
    return numbers;
  }

  /** The nearest number of the table, of two the one whose last bit is 0. */
  private static int nearest(NavigableMap<Double, Integer> numbers, float x) {
    double magnitude = Math.abs((double) x);
    int sign = Float.floatToRawIntBits(x) < 0 ? SIGN : 0;
    var below = numbers.floorEntry(magnitude);
    var above = numbers.ceilingEntry(magnitude);
    if (above == null) {
      return sign | below.getValue();
    }
    int order =
        new BigDecimal(magnitude)
            .subtract(new BigDecimal(below.getKey()))
            .compareTo(new BigDecimal(above.getKey()).subtract(new BigDecimal(magnitude)));
    boolean takesBelow = order < 0 || (order == 0 && below.getValue() % 2 == 0);
    return sign | (takesBelow ? below : above).getValue();
  }

  @ParameterizedTest
  @EnumSource(HalfFormat.class)
  void allNumbersOfTheFormatAreTheirOwnNearest(HalfFormat format) {
    for (int bits = 0; bits < infinity(format); bits++) {
      float x = (float) value(format, bits);
      assertEquals((short) bits, format.nearest(x));
      assertEquals((short) (bits | SIGN), format.nearest(-x));
      assertEquals((short) bits, format.nearestFinite(x));
    }
    assertEquals((short) infinity(format), format.nearest(1 / 0f));
    assertEquals((short) (infinity(format) | SIGN), format.nearest(-1 / 0f));
  }

  /** Each number, each middle of two, and the floats around both: all places where it rounds. */
  @ParameterizedTest
  @EnumSource(HalfFormat.class)
  void roundsToTheNearestAtEachBoundary(HalfFormat format) {
    NavigableMap<Double, Integer> numbers = numbers(format);
    for (int bits = 0; bits < infinity(format); bits++) {
      float number = (float) value(format, bits);
      double next = value(format, bits + 1);
      float middle = (float) (number + (next - number) / 2);
      for (float x : new float[] {number, middle}) {
        assertNearest(format, numbers, x);
        assertNearest(format, numbers, Math.nextUp(x));
        assertNearest(format, numbers, Math.nextDown(x));
      }
    }
  }

  /** Each exponent of a float, with significands at the ends, at single bits and at random. */
  @ParameterizedTest
  @EnumSource(HalfFormat.class)
  void roundsToTheNearestAtEachExponent(HalfFormat format) {
    NavigableMap<Double, Integer> numbers = numbers(format);
    Random random = new Random(1);
    for (int exponent = 0; exponent < 255; exponent++) {
      for (int bit = 0; bit <= 23; bit++) {
        int power = (1 << bit) & 0x7FFFFF;
        int below = ((1 << bit) - 1) & 0x7FFFFF;
        for (int significand :
            new int[] {power, below, ~below & 0x7FFFFF, random.nextInt(1 << 23)}) {
          float x = Float.intBitsToFloat(exponent << 23 | significand);
          assertNearest(format, numbers, x);
          assertNearest(format, numbers, -x);
        }
      }
    }
  }

  private static void assertNearest(
      HalfFormat format, NavigableMap<Double, Integer> numbers, float x) {
    int expected = nearest(numbers, x);
    assertEquals((short) expected, format.nearest(x), () -> "nearest to " + x);
    boolean infinite = (expected & ~SIGN) == infinity(format);
    short finite = (short) (infinite ? expected - 1 : expected);
    assertEquals(finite, format.nearestFinite(x), () -> "finite nearest to " + x);
  }

  @ParameterizedTest
  @EnumSource(HalfFormat.class)
  void notANumberStaysSo(HalfFormat format) {
    for (int bits : new int[] {0x7FC00000, 0x7F800001, 0xFFFFFFFF, 0xFF800001}) {
      int half = format.nearest(Float.intBitsToFloat(bits)) & 0xFFFF;
      assertTrue((half & ~SIGN) > infinity(format), () -> Integer.toHexString(half));
    }
  }
}
