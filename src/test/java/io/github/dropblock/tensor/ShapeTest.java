package io.github.dropblock.tensor;

import static io.github.dropblock.internal.check.Rejections.rejected;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Layouts, sizes and identity of shapes. */
class ShapeTest {
  @Test
  void ncHasNoSpatialAxis() {
    assertExtents(Shape.nc(2, 3), 2, 2, 3, 1, 1, 1);
  }

  @Test
  void ncwHasOneSpatialAxis() {
    assertExtents(Shape.ncw(2, 3, 7), 3, 2, 3, 1, 1, 7);
  }

  @Test
  void nchwHasTwoSpatialAxes() {
    assertExtents(Shape.nchw(2, 3, 5, 7), 4, 2, 3, 1, 5, 7);
  }

  @Test
  void ncdhwHasThreeSpatialAxes() {
    assertExtents(Shape.ncdhw(2, 3, 4, 5, 7), 5, 2, 3, 4, 5, 7);
  }

  private static void assertExtents(Shape shape, int rank, int n, int c, int d, int h, int w) {
    assertEquals(
        List.of(rank, n, c, d, h, w),
        List.of(shape.rank(), shape.n(), shape.c(), shape.d(), shape.h(), shape.w()));
    assertEquals(n * c * d * h * w, shape.size());
    assertEquals(n * c, shape.planes());
    assertEquals(d * h * w, shape.planeSize());
  }

  @Test
  void ofTakesTheExtentsOfEachLayoutAndExtentsReturnsThem() {
    Map<List<Integer>, Shape> layouts =
        Map.of(
            List.of(2, 3), Shape.nc(2, 3),
            List.of(2, 3, 7), Shape.ncw(2, 3, 7),
            List.of(2, 3, 5, 7), Shape.nchw(2, 3, 5, 7),
            List.of(2, 3, 4, 5, 7), Shape.ncdhw(2, 3, 4, 5, 7));
    layouts.forEach(
        (extents, shape) -> {
          int[] array = extents.stream().mapToInt(i -> i).toArray();
          assertEquals(shape, Shape.of(array));
          assertArrayEquals(array, shape.extents());
        });
  }

  @Test
  void extentsAreACopy() {
    Shape shape = Shape.of(2, 3, 7);
    shape.extents()[0] = 9;
    assertEquals(Shape.ncw(2, 3, 7), shape);
  }

  @TestFactory
  List<DynamicTest> ofRejectsExtentsThatMakeNoShape() {
    String count = "extents.length must be in [2, 5]: ";
    return List.of(
        rejected("null", "extents must not be null", () -> Shape.of((int[]) null)),
        rejected("none", count + 0, () -> Shape.of()),
        rejected("one", count + 1, () -> Shape.of(3)),
        rejected("six", count + 6, () -> Shape.of(1, 1, 1, 1, 1, 1)),
        rejected("n", "n must be >= 0: -1", () -> Shape.of(-1, 3)),
        rejected("c", "c must be >= 1: 0", () -> Shape.of(2, 0)),
        rejected("w of 3", "w must be >= 1: 0", () -> Shape.of(2, 3, 0)),
        rejected("h of 4", "h must be >= 1: -5", () -> Shape.of(2, 3, -5, 7)),
        rejected("d of 5", "d must be >= 1: 0", () -> Shape.of(2, 3, 0, 5, 7)),
        rejected(
            "size",
            "size must be at most 2147483647: 65536 x 65536 x 1 x 1 x 1 (n, c, d, h, w)",
            () -> Shape.of(1 << 16, 1 << 16)),
        rejected("nc", "c must be >= 1: 0", () -> Shape.nc(2, 0)));
  }

  @Test
  void anEmptyBatchHasPlanesOfTheSameSize() {
    Shape shape = Shape.nchw(0, 3, 5, 7);
    assertEquals(0, shape.size());
    assertEquals(0, shape.planes());
    assertEquals(35, shape.planeSize());
  }

  @Test
  void theLargestSizeIsThatOfAnArray() {
    assertEquals(Integer.MAX_VALUE, Shape.ncw(1, 1, Integer.MAX_VALUE).size());
    assertEquals(Integer.MAX_VALUE, Shape.nchw(Integer.MAX_VALUE, 1, 1, 1).size());
  }

  @Test
  void withNKeepsTheLayoutAndTheOtherExtents() {
    assertEquals(Shape.nc(9, 3), Shape.nc(2, 3).withN(9));
    assertEquals(Shape.ncw(9, 3, 7), Shape.ncw(2, 3, 7).withN(9));
    assertEquals(Shape.nchw(9, 3, 5, 7), Shape.nchw(2, 3, 5, 7).withN(9));
    assertEquals(Shape.ncdhw(0, 3, 4, 5, 7), Shape.ncdhw(2, 3, 4, 5, 7).withN(0));
  }

  @Test
  void indexesCountThroughTheElementsInRowMajorOrder() {
    Shape shape = Shape.ncdhw(2, 3, 4, 5, 7);
    int expected = 0;
    for (int n = 0; n < 2; n++) {
      for (int c = 0; c < 3; c++) {
        for (int d = 0; d < 4; d++) {
          for (int h = 0; h < 5; h++) {
            for (int w = 0; w < 7; w++) {
              assertEquals(expected++, shape.indexOf(n, c, d, h, w));
            }
          }
        }
      }
    }
    assertEquals(shape.size(), expected);
  }

  @Test
  void equalShapesHaveTheSameLayoutAndExtents() {
    Shape shape = Shape.ncdhw(2, 3, 4, 5, 7);
    assertEquals(shape, Shape.ncdhw(2, 3, 4, 5, 7));
    assertEquals(shape.hashCode(), Shape.ncdhw(2, 3, 4, 5, 7).hashCode());
    for (Shape other :
        List.of(
            Shape.ncdhw(1, 3, 4, 5, 7),
            Shape.ncdhw(2, 1, 4, 5, 7),
            Shape.ncdhw(2, 3, 1, 5, 7),
            Shape.ncdhw(2, 3, 4, 1, 7),
            Shape.ncdhw(2, 3, 4, 5, 1))) {
      assertNotEquals(shape, other);
      assertNotEquals(shape.hashCode(), other.hashCode());
    }
  }

  @Test
  void equalExtentsOfDifferentLayoutsAreDifferentShapes() {
    assertNotEquals(Shape.nc(2, 3), Shape.ncw(2, 3, 1));
    assertNotEquals(Shape.ncw(2, 3, 7), Shape.nchw(2, 3, 1, 7));
    assertNotEquals(Shape.nchw(2, 3, 5, 7), Shape.ncdhw(2, 3, 1, 5, 7));
    assertNotEquals(Shape.ncw(2, 3, 7), null);
  }

  @Test
  void textNamesTheLayoutAndItsOwnExtents() {
    assertEquals("NC(32, 10)", Shape.nc(32, 10).toString());
    assertEquals("NCW(2, 3, 7)", Shape.ncw(2, 3, 7).toString());
    assertEquals("NCHW(32, 256, 14, 14)", Shape.nchw(32, 256, 14, 14).toString());
    assertEquals("NCDHW(0, 3, 4, 5, 7)", Shape.ncdhw(0, 3, 4, 5, 7).toString());
  }
}
