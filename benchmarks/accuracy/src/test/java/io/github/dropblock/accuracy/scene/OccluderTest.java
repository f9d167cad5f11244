package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OccluderTest {
  private static final SceneSets SETS = new SceneSets(Shapes.data(), Shapes.strips());
  private static final List<Scene> SCENES = SETS.test(20);
  private static final int SQUARE = Occluder.SIDE * Occluder.SIDE;

  @ParameterizedTest
  @EnumSource(Occluder.class)
  void onlyHiddenPixelsChangeAndNoneOfThemIsJudged(Occluder occluder) {
    List<Scene> occluded = SETS.occluded(SCENES, occluder);
    for (int n = 0; n < SCENES.size(); n++) {
      Scene before = SCENES.get(n);
      Scene after = occluded.get(n);
      int hidden = 0;
      int items = 0;
      for (int i = 0; i < before.labels().length; i++) {
        if (after.labels()[i] == Scene.HIDDEN) {
          hidden++;
          items += before.labels()[i] > Scene.BACKGROUND ? 1 : 0;
          assertTrue(fits(occluder, after.pixels()[i]), occluder + " " + after.pixels()[i]);
        } else {
          assertEquals(before.labels()[i], after.labels()[i]);
          assertEquals(before.pixels()[i], after.pixels()[i]);
        }
      }
      assertTrue(hidden >= SQUARE / 4 && hidden <= Occluder.SQUARES * SQUARE, "" + hidden);
      assertTrue(items > 0);
    }
  }

  private static boolean fits(Occluder occluder, byte pixel) {
    return switch (occluder) {
      case BLACK -> pixel == 0;
      case GRAY -> (pixel & 0xff) == 128;
      case TEXTURE -> pixel == 30 || pixel == 70;
    };
  }

  @Test
  void allOccludersHideTheSamePixels() {
    List<Scene> black = SETS.occluded(SCENES, Occluder.BLACK);
    List<Scene> texture = SETS.occluded(SCENES, Occluder.TEXTURE);
    for (int n = 0; n < SCENES.size(); n++) {
      assertArrayEquals(black.get(n).labels(), texture.get(n).labels());
    }
  }
}
