package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Values of the shapes that a network has are computed once. */
class SampleCacheTest {
  private final SampleCache<Integer> cache = new SampleCache<>();
  private int computed;

  private int valueOf(Shape shape) {
    return cache.of(
        shape,
        s -> {
          computed++;
          return s.c();
        });
  }

  @Test
  void eachShapeIsComputedOnce() {
    for (int round = 1; round <= 3; round++) {
      for (int c = 1; c <= SampleCache.MOST; c++) {
        assertEquals(c, valueOf(Shape.nchw(round, c, 7, 7)));
      }
    }
    assertEquals(SampleCache.MOST, computed);
  }

  @Test
  void theOldestShapeIsForgotten() {
    for (int c = 1; c <= SampleCache.MOST + 1; c++) {
      valueOf(Shape.nchw(1, c, 7, 7));
    }
    valueOf(Shape.nchw(1, 2, 7, 7));
    assertEquals(SampleCache.MOST + 1, computed);
    valueOf(Shape.nchw(1, 1, 7, 7));
    assertEquals(SampleCache.MOST + 2, computed);
  }
}
