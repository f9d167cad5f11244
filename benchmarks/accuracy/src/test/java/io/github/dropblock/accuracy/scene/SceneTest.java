package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneTest {
  private static final Scene SCENE =
      new Scene(2, new byte[] {1, 2, 3, 4}, new byte[] {0, 5, -1, 0}, List.of());

  @Test
  void flippingChangesLeftAndRightOfPixelsAndLabels() {
    assertArrayEquals(new byte[] {2, 1, 4, 3}, SCENE.flipped().pixels());
    assertArrayEquals(new byte[] {5, 0, 0, -1}, SCENE.flipped().labels());
  }

  @Test
  void flippingAlsoFlipsTheBoxes() {
    Scene scene = new Scene(8, new byte[64], new byte[64], List.of(new Box(3, 1, 2, 4, 7)));

    assertEquals(List.of(new Box(3, 4, 2, 7, 7)), scene.flipped().boxes());
    assertEquals(scene.boxes(), scene.flipped().flipped().boxes());
  }

  @Test
  void rejectsOtherSizes() {
    byte[] three = new byte[3];

    assertThrows(IllegalArgumentException.class, () -> new Scene(2, three, three, List.of()));
  }

  @Test
  void thePhotographsAreThereWithTheirStrips() throws IOException {
    for (var picture : Photographs.read().pictures()) {
      assertTrue(picture.getWidth() >= 8 * Photographs.STRIP);
    }
  }
}
