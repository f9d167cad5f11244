package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Map;

/** Masks: their counts, factors and fills agree, and they are applied as the oracle does. */
final class MaskCheck {
  private static final int MAX_SIZE = 1 << 13;

  private MaskCheck() {}

  /** A mask of unknown origin. */
  static void check(DropMask mask) {
    if (mask.shape().size() > MAX_SIZE) {
      return;
    }
    MaskOracle oracle = MaskOracle.of(mask);
    Shape shape = mask.shape();
    long kept = oracle.keptCount(0, shape.size());
    assertEquals(kept, mask.keptCount());
    assertEquals(shape.size() == 0 ? 1 : (double) kept / shape.size(), mask.keptFraction());
    assertArrayEquals(oracle.ones(), mask.toTensor().data());
    checkFills(oracle);
    checkPasses(mask, oracle);
  }

  private static void checkFills(MaskOracle oracle) {
    for (int i = 0; i < oracle.kept().length; i++) {
      assertFalse(Float.isNaN(oracle.fills()[i]) || oracle.kept()[i] && oracle.fills()[i] != 0);
      assertFalse(Float.isNaN(oracle.scales()[i]) || Float.isInfinite(oracle.scales()[i]));
    }
  }

  private static void checkPasses(DropMask mask, MaskOracle oracle) {
    Shape shape = mask.shape();
    float[] data = Draws.floats(mask.keptCount(), shape.size());
    Tensor x = Tensor.of(data.clone(), shape);
    float[] expected = oracle.apply(data);
    assertArrayEquals(expected, mask.apply(x).data());
    assertArrayEquals(oracle.backward(data), mask.backward(x).data());
    assertArrayEquals(data, x.data());
    assertArrayEquals(expected, mask.applyInPlace(x).data());
  }

  /** A mask of known choices, whose factors and fills are known as well. */
  static void check(DropMask mask, Setup setup) {
    check(mask);
    MaskOracle oracle = MaskOracle.of(mask);
    Shape shape = mask.shape();
    Map<?, ?> fill = (Map<?, ?>) setup.regularizer().toMap().get("fill");
    int run =
        switch (setup.normalization()) {
          case PLANE -> shape.planeSize();
          case SAMPLE -> shape.c() * shape.planeSize();
          default -> Math.max(1, shape.size());
        };
    for (int i = 0; i < shape.size(); i++) {
      int from = i / run * run;
      float factor =
          switch (setup.normalization()) {
            case NONE -> 1f;
            case EXPECTED -> ratio(1, setup.regularizer().expectedKeptFraction(shape));
            default -> i == from ? ratio(run, oracle.keptCount(from, run)) : oracle.scales()[from];
          };
      assertEquals(factor, oracle.scales()[i]);
      if (!oracle.kept()[i] && fill.get("value") instanceof Double constant) {
        assertEquals(constant.floatValue(), oracle.fills()[i]);
      }
    }
  }

  private static float ratio(double size, double kept) {
    return kept == 0 ? 0f : (float) Math.min(size / kept, Float.MAX_VALUE);
  }

  /** The same bits, factors and fills. */
  static void assertSame(DropMask expected, DropMask actual) {
    assertArrayEquals(expected.toBytes(), actual.toBytes());
    assertEquals(expected.keptCount(), actual.keptCount());
  }
}
