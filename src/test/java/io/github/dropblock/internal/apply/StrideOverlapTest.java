package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Strides of long axes, for which the search of an overlap has an end. */
class StrideOverlapTest {
  private static final int LARGE = 1_500_000;

  /** Digits of base 40: no steps of less than 20 lead back, but each must be tried. */
  private static ElementOrder order(int extent) {
    return new ElementOrder(
        Shape.ncdhw(extent, extent, extent, extent, extent),
        0,
        LARGE,
        LARGE + 1,
        LARGE + 40,
        LARGE + 1600,
        LARGE + 64000);
  }

  @Test
  void fewStepsAreTriedToTheEnd() {
    StrideOverlap.check(order(10));
  }

  @Test
  void whatTakesTooManyStepsIsRefused() {
    assertEquals(
        "strides must be simple enough to tell that no two elements share an index: "
            + "n 1500000, c 1500001, d 1500040, h 1501600, w 1564000",
        assertThrows(IllegalArgumentException.class, () -> StrideOverlap.check(order(20)))
            .getMessage());
  }
}
