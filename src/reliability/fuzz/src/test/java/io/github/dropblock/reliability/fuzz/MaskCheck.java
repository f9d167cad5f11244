package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** Masks: their counts, factors and fills agree, and they are applied as the oracle does. */
final class MaskCheck {
  private static final int MAX_SIZE = 1 << 13;

  private MaskCheck() {}

  /** A mask of unknown origin. */
  static void check(DropMask mask) {
    if (mask.shape().size() > MAX_SIZE) {
      return;
    }
    ElementwiseOracle oracle = ElementwiseOracle.ofAnswers(mask);
    Shape shape = mask.shape();
    long kept = oracle.keptCount();
    assertEquals(kept, mask.keptCount());
    assertEquals(shape.size() == 0 ? 1 : (double) kept / shape.size(), mask.keptFraction());
    assertArrayEquals(oracle.ones(), mask.toTensor().data());
    checkFills(oracle);
    checkPasses(mask, oracle);
  }

  /** All kept elements have the fill's shift. */
  private static void checkFills(ElementwiseOracle oracle) {
    float shift = Float.NaN;
    for (int i = 0; i < oracle.kept().length; i++) {
      float fill = oracle.fills()[i];
      assertFalse(Float.isNaN(fill));
      assertFalse(Float.isNaN(oracle.scales()[i]) || Float.isInfinite(oracle.scales()[i]));
      if (oracle.kept()[i]) {
        shift = Float.isNaN(shift) ? fill : shift;
        assertEquals(shift, fill);
      }
    }
  }

  private static void checkPasses(DropMask mask, ElementwiseOracle oracle) {
    Shape shape = mask.shape();
    float[] data = Draws.floats(mask.keptCount(), shape.size());
    Tensor x = Tensor.of(data.clone(), shape);
    float[] expected = oracle.apply(data);
    assertArrayEquals(expected, mask.apply(x).data());
    assertArrayEquals(oracle.backward(data), mask.backward(x).data());
    assertArrayEquals(data, x.data());
    assertArrayEquals(expected, mask.applyInPlace(x).data());
  }

  /** A mask of a known regularizer: its factors and fills are the documented ones. */
  static void check(DropMask mask, Regularizer regularizer, long step, long firstSample) {
    check(mask);
    ElementwiseOracle told = ElementwiseOracle.ofAnswers(mask);
    ElementwiseOracle expected = ElementwiseOracle.of(regularizer, mask, step, firstSample);
    assertArrayEquals(expected.scales(), told.scales());
    assertArrayEquals(expected.fills(), told.fills());
  }

  /** The same bits, factors and fills. */
  static void assertSame(DropMask expected, DropMask actual) {
    assertArrayEquals(expected.toBytes(), actual.toBytes());
    assertEquals(expected.keptCount(), actual.keptCount());
  }
}
