package io.github.dropblock.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Layouts, sizes and identity of shapes. */
class ShapeTest {
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
    assertNotEquals(Shape.ncw(2, 3, 7), Shape.nchw(2, 3, 1, 7));
    assertNotEquals(Shape.nchw(2, 3, 5, 7), Shape.ncdhw(2, 3, 1, 5, 7));
    assertNotEquals(Shape.ncw(2, 3, 7), null);
  }

  @Test
  void textNamesTheLayoutAndItsOwnExtents() {
    assertEquals("NCW(2, 3, 7)", Shape.ncw(2, 3, 7).toString());
    assertEquals("NCHW(32, 256, 14, 14)", Shape.nchw(32, 256, 14, 14).toString());
    assertEquals("NCDHW(0, 3, 4, 5, 7)", Shape.ncdhw(0, 3, 4, 5, 7).toString());
  }
}
