package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoxTest {
  private static final Box BOX = new Box(1, 2, 3, 6, 9);

  @Test
  void iouIsTheSharedAreaOverTheCoveredArea() {
    assertEquals(1, BOX.iou(BOX));
    // They share 2 x 4 of 24 and 24 pixels.
    assertEquals(8.0 / 40, BOX.iou(new Box(2, 4, 5, 8, 11)));
    assertEquals(6.0 / 24, BOX.iou(new Box(2, 3, 4, 5, 7)));
  }

  @Test
  void boxesThatOnlyTouchShareNothing() {
    assertEquals(0, BOX.iou(new Box(2, 6, 3, 8, 9)));
    assertEquals(0, BOX.iou(new Box(2, 2, 9, 6, 10)));
  }

  @Test
  void aMovedBoxKeepsItsSize() {
    assertEquals(new Box(1, 12, 23, 16, 29), BOX.moved(10, 20));
    assertEquals(24, BOX.area());
  }
}
