package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneBatchesTest {
  /** Scenes whose left pixels hold their number, and whose right pixels hold 100. */
  private static final List<Scene> SCENES =
      IntStream.range(0, 40)
          .mapToObj(
              i ->
                  new Scene(
                      2,
                      new byte[] {(byte) i, 100, (byte) i, 100},
                      new byte[] {0, 1, 0, 2},
                      List.of()))
          .toList();

  private static List<Scene> epoch(long seed, int epoch) {
    return SceneBatches.shuffled(SCENES, 10, seed, epoch).stream().flatMap(List::stream).toList();
  }

  private static List<Integer> lefts(List<Scene> scenes) {
    return scenes.stream().map(scene -> (int) scene.pixels()[0]).toList();
  }

  @Test
  void eachSceneIsInAnEpochOnceAndSomeAreFlipped() {
    List<Scene> scenes = epoch(1, 0);

    assertEquals(
        IntStream.range(0, 40).boxed().toList(),
        scenes.stream()
            .map(scene -> Math.min(scene.pixels()[0], scene.pixels()[1]) + 0)
            .sorted()
            .toList());
    long flipped = lefts(scenes).stream().filter(left -> left == 100).count();
    // Of 40 coins, by a fixed seed.
    assertTrue(flipped > 10 && flipped < 30, "" + flipped);
  }

  @Test
  void theOrderDependsOnSeedAndEpoch() {
    assertEquals(lefts(epoch(1, 3)), lefts(epoch(1, 3)));
    assertNotEquals(lefts(epoch(1, 3)), lefts(epoch(1, 4)));
    assertNotEquals(lefts(epoch(1, 3)), lefts(epoch(2, 3)));
  }

  @Test
  void targetsHaveAOneAtTheLabelOfEachPixel() {
    try (NDManager manager = NDManager.newBaseManager()) {
      var targets = SceneBatches.targets(manager, SCENES.subList(0, 2));
      float[] expected = new float[2 * Scene.LABELS * 4];
      for (int scene = 0; scene < 2; scene++) {
        int at = scene * Scene.LABELS * 4;
        expected[at] = 1;
        expected[at + 4 + 1] = 1;
        expected[at + 2] = 1;
        expected[at + 2 * 4 + 3] = 1;
      }

      assertEquals(new Shape(2, Scene.LABELS, 2, 2), targets.getShape());
      assertArrayEquals(expected, targets.toFloatArray());
    }
  }
}
