package io.github.dropblock.accuracy.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.accuracy.network.DetectionNet;
import io.github.dropblock.accuracy.scene.Box;
import io.github.dropblock.accuracy.scene.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final Rectangle ITEM = new Rectangle(0, 0, 10, 10);

  private static Rectangle rows(double rows) {
    return new Rectangle(0, 0, 10, rows);
  }

  @Test
  void overlapDecidesBetweenItemNothingAndBackground() {
    List<Rectangle> anchors = List.of(rows(10), rows(5), rows(4.9), rows(4), rows(3.9));

    assertArrayEquals(
        new int[] {0, 0, Matching.IGNORED, Matching.IGNORED, Matching.BACKGROUND},
        Matching.of(anchors, List.of(ITEM)));
  }

  @Test
  void anAnchorFindsTheItemThatItOverlapsMost() {
    List<Rectangle> items = List.of(rows(6), rows(9), new Rectangle(20, 20, 30, 30));

    assertArrayEquals(new int[] {1}, Matching.of(List.of(rows(9.5)), items.subList(0, 2)));
    assertArrayEquals(new int[] {2, 0}, Matching.of(List.of(items.get(2), rows(6.5)), items));
  }

  @Test
  void anItemThatNoAnchorOverlapsEnoughGetsTheNearest() {
    List<Rectangle> anchors = List.of(rows(1), rows(2), new Rectangle(40, 40, 50, 50));

    assertArrayEquals(
        new int[] {Matching.BACKGROUND, 0, Matching.BACKGROUND},
        Matching.of(anchors, List.of(ITEM)));
    assertArrayEquals(
        new int[] {Matching.BACKGROUND}, Matching.of(anchors.subList(2, 3), List.of(ITEM)));
  }

  @Test
  void anchorsAreInTheOrderOfTheNetworksAnswer() {
    assertEquals(3 * (12 * 12 + 6 * 6), Anchors.ALL.size());
    assertEquals(2, Anchors.ALL.get(0).x(), 1e-9);
    assertEquals(6, Anchors.ALL.get(Anchors.AT_POSITION).x(), 1e-9, "columns before rows");
    assertEquals(2, Anchors.ALL.get(Anchors.AT_POSITION).y(), 1e-9);
    assertEquals(6, Anchors.ALL.get(12 * Anchors.AT_POSITION).y(), 1e-9);
    assertEquals(
        4, Anchors.ALL.get(12 * 12 * Anchors.AT_POSITION).x(), 1e-9, "then the coarse level");
    Rectangle last = Anchors.ALL.get(Anchors.ALL.size() - 1);
    assertEquals(44, last.x(), 1e-9);
    assertTrue(last.height() > last.width());
  }

  @Test
  void targetsHaveTheClassAndTheOffsetsOfEachAnchorsItem() {
    Rectangle anchor = Anchors.ALL.get(500);
    Box box = anchor.box(4);
    Scene scene = new Scene(DetectionNet.SIDE, new byte[2304], new byte[2304], List.of(box));
    try (NDManager manager = NDManager.newBaseManager()) {
      var targets = Targets.of(manager, List.of(scene, scene));
      float[] values = targets.toFloatArray();
      int at = (Anchors.ALL.size() + 500) * Targets.WIDTH;

      assertEquals(new Shape(2, Anchors.ALL.size(), Targets.WIDTH), targets.getShape());
      assertEquals(1, values[at + 3]);
      assertEquals(1, values[at + Targets.JUDGED]);
      assertEquals(1, values[at + Targets.FOREGROUND]);
      float[] offsets = BoxCoding.encode(anchor, Rectangle.of(box));
      assertEquals(offsets[2], values[at + Targets.OFFSETS + 2]);
      assertEquals(0, values[Targets.FOREGROUND], "far from the item");
      assertEquals(1, values[Targets.JUDGED]);
    }
  }
}
