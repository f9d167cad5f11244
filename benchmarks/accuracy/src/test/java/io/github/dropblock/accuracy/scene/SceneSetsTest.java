package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SceneSetsTest {
  private static final FashionMnist DATA = Shapes.data();
  private static final SceneSets SETS = new SceneSets(DATA, Shapes.strips());

  private static void assertSame(List<Scene> expected, List<Scene> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).pixels(), actual.get(i).pixels());
      assertArrayEquals(expected.get(i).labels(), actual.get(i).labels());
      assertEquals(expected.get(i).boxes(), actual.get(i).boxes());
    }
  }

  @Test
  void moreScenesOfASeedBeginWithTheSameOnes() {
    assertSame(SETS.training(1, 5), SETS.training(1, 30).subList(0, 5));
    assertSame(SETS.test(5), SETS.test(30).subList(0, 5));
  }

  @Test
  void aSeedDecidesTheTrainingScenes() {
    byte[] first = SETS.training(1, 1).get(0).pixels();

    assertFalse(Arrays.equals(first, SETS.training(2, 1).get(0).pixels()));
  }

  @Test
  void trainingAndValidationShareNoItem() {
    Set<Integer> held = new HashSet<>(SceneSets.held(DATA.training()));
    Set<Integer> all = new HashSet<>(SceneSets.free(DATA.training()));
    assertEquals(SceneSets.HELD, held.size());
    all.addAll(held);
    assertEquals(Shapes.TRAINING, all.size(), "each item is in one of both, once");

    SceneSets changed = new SceneSets(without(held), Shapes.strips());

    assertSame(SETS.training(1, 20), changed.training(1, 20));
    assertTrue(changed.test(1).get(0).boxes().size() >= SceneMaker.FEWEST);
    assertThrows(IllegalStateException.class, () -> changed.validation(1), "no visible item");
  }

  /** The data with black images in the place of some. */
  private static FashionMnist without(Set<Integer> items) {
    Images source = DATA.training();
    byte[] pixels = source.pixels().clone();
    for (int item : items) {
      Arrays.fill(pixels, item * source.size(), (item + 1) * source.size(), (byte) 0);
    }
    Images changed = new Images(source.height(), source.width(), pixels, source.labels());
    return new FashionMnist(changed, DATA.test());
  }

  @Test
  void backgroundsComeFromThePartsOwnStrips() {
    assertEquals(Set.of(0, 20, 40, 60), backgrounds(SETS.training(1, 60)));
    assertEquals(Set.of(10, 50), backgrounds(SETS.validation(60)));
    assertEquals(Set.of(30, 70), backgrounds(SETS.test(60)));
  }

  /** The gray level in most of each scene's pixels without a label; shades of items are fewer. */
  private static Set<Integer> backgrounds(List<Scene> scenes) {
    Set<Integer> levels = new TreeSet<>();
    for (Scene scene : scenes) {
      int[] counts = new int[256];
      for (int i = 0; i < scene.labels().length; i++) {
        counts[scene.pixels()[i] & 0xff] += scene.labels()[i] == Scene.BACKGROUND ? 1 : 0;
      }
      int most = Arrays.stream(counts).max().orElseThrow();
      for (int level = 0; level < counts.length; level++) {
        if (counts[level] == most) {
          levels.add(level);
        }
      }
    }
    return levels;
  }

  @Test
  void itemsOverlapLittle() {
    for (Scene scene : SETS.training(3, 60)) {
      List<Box> boxes = scene.boxes();
      assertTrue(boxes.size() >= SceneMaker.FEWEST && boxes.size() <= SceneMaker.MOST);
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = 0; j < i; j++) {
          assertTrue(boxes.get(i).iou(boxes.get(j)) <= SceneMaker.MOST_IOU);
        }
      }
    }
  }

  @Test
  void theLabelsOfTheLastItemFillItsBoxAndNoMore() {
    for (Scene scene : SETS.training(4, 60)) {
      Box last = scene.boxes().get(scene.boxes().size() - 1);
      // The made-up items are rectangles, of which the interpolation rounds the corners.
      for (int y = last.top() + 1; y < last.bottom() - 1; y++) {
        for (int x = last.left(); x < last.right(); x++) {
          assertEquals(last.label(), scene.labels()[y * scene.side() + x]);
        }
      }
      int middle = (last.left() + last.right()) / 2;
      assertEquals(last.label(), scene.labels()[last.top() * scene.side() + middle]);
      assertEquals(last.label(), scene.labels()[(last.bottom() - 1) * scene.side() + middle]);
    }
  }

  @Test
  void everyLabelLiesInABoxOfItsOwn() {
    for (Scene scene : SETS.training(5, 60)) {
      for (int i = 0; i < scene.labels().length; i++) {
        int label = scene.labels()[i];
        int x = i % scene.side();
        int y = i / scene.side();
        assertTrue(
            label == Scene.BACKGROUND
                || scene.boxes().stream().anyMatch(box -> box.label() == label && in(box, x, y)));
      }
    }
  }

  private static boolean in(Box box, int x, int y) {
    return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
  }

  @Test
  void itemsThatAreUsedUpAreReported() {
    assertThrows(IllegalStateException.class, () -> SETS.training(1, 400));
  }
}
