package io.github.dropblock.internal.check;

import static io.github.dropblock.internal.check.Rejections.outOfBounds;
import static io.github.dropblock.internal.check.Rejections.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The values that each check lets through, and the message for those that it does not. */
class CheckTest {
  @Test
  void valuesAtTheEndsOfTheirRangePass() {
    assertEquals(0, Check.probability("p", 0));
    assertEquals(1, Check.probability("p", 1));
    assertEquals(-Double.MAX_VALUE, Check.finite("a", -Double.MAX_VALUE));
    assertEquals(Double.MAX_VALUE, Check.finite("a", Double.MAX_VALUE));
    assertEquals(0, Check.nonNegative("a", 0));
    assertEquals(Double.MAX_VALUE, Check.nonNegative("a", Double.MAX_VALUE));
    assertEquals(Double.MIN_VALUE, Check.positive("a", Double.MIN_VALUE));
    assertEquals(Double.MAX_VALUE, Check.positive("a", Double.MAX_VALUE));
    assertEquals(3, Check.atLeast("i", 3, 3));
    assertEquals(Integer.MAX_VALUE, Check.atLeast("i", Integer.MAX_VALUE, 3));
    assertEquals(Long.MIN_VALUE, Check.atLeast("i", Long.MIN_VALUE, Long.MIN_VALUE));
    assertEquals(1, Check.inRange("i", 1, 1, 3));
    assertEquals(3, Check.inRange("i", 3, 1, 3));
    assertEquals(0, Check.index("i", 0, 1));
    assertEquals(6, Check.index("i", 6, 7));
  }

  @Test
  void whatIsNotNullIsHandedBack() {
    Object value = new Object();
    assertSame(value, Check.notNull("o", value));
  }

  @TestFactory
  List<DynamicTest> probability() {
    return List.of(
        rejected(
            "below", "p must be in [0, 1]: -4.9E-324", () -> Check.probability("p", -4.9E-324)),
        rejected(
            "above",
            "p must be in [0, 1]: 1.0000000000000002",
            () -> Check.probability("p", 1 + 0x1p-52)),
        rejected("NaN", "p must be in [0, 1]: NaN", () -> Check.probability("p", Double.NaN)));
  }

  @TestFactory
  List<DynamicTest> finite() {
    String range = "a must be finite: ";
    return List.of(
        rejected("NaN", range + "NaN", () -> Check.finite("a", Double.NaN)),
        rejected(
            "infinite", range + "Infinity", () -> Check.finite("a", Double.POSITIVE_INFINITY)));
  }

  @TestFactory
  List<DynamicTest> nonNegative() {
    String range = "a must be finite and >= 0: ";
    return List.of(
        rejected("below", range + "-1.0", () -> Check.nonNegative("a", -1)),
        rejected("NaN", range + "NaN", () -> Check.nonNegative("a", Double.NaN)),
        rejected(
            "infinite",
            range + "Infinity",
            () -> Check.nonNegative("a", Double.POSITIVE_INFINITY)));
  }

  @TestFactory
  List<DynamicTest> positive() {
    String range = "a must be finite and > 0: ";
    return List.of(
        rejected("zero", range + "0.0", () -> Check.positive("a", 0)),
        rejected("negative zero", range + "-0.0", () -> Check.positive("a", -0.0)),
        rejected("NaN", range + "NaN", () -> Check.positive("a", Double.NaN)),
        rejected(
            "infinite", range + "Infinity", () -> Check.positive("a", Double.POSITIVE_INFINITY)));
  }

  @TestFactory
  List<DynamicTest> integers() {
    return List.of(
        rejected("int", "i must be >= 3: 2", () -> Check.atLeast("i", 2, 3)),
        rejected(
            "long",
            "i must be >= 3: -9223372036854775808",
            () -> Check.atLeast("i", Long.MIN_VALUE, 3L)),
        rejected("below the range", "i must be in [1, 3]: 0", () -> Check.inRange("i", 0, 1, 3)),
        rejected("above the range", "i must be in [1, 3]: 4", () -> Check.inRange("i", 4, 1, 3)),
        outOfBounds("index below", "i must be in [0, 7): -1", () -> Check.index("i", -1, 7)),
        outOfBounds("index at the length", "i must be in [0, 7): 7", () -> Check.index("i", 7, 7)),
        outOfBounds("index of nothing", "i must be in [0, 0): 0", () -> Check.index("i", 0, 0)));
  }

  @TestFactory
  List<DynamicTest> nulls() {
    return List.of(rejected("null", "o must not be null", () -> Check.notNull("o", null)));
  }
}
