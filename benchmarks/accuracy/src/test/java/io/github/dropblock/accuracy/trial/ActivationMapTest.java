package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivationMapTest {
  @Test
  void evidenceOnAllPositionsAlikeIsSpreadOverTheWholeMap() {
    ActivationMap map = new ActivationMap(2, new float[] {3, 3, 3, 3});

    assertEquals(1, map.effectiveArea(), 1e-12);
    assertEquals(1, map.areaAboveHalf());
  }

  @Test
  void evidenceOnOnePositionIsThatPositionsShare() {
    ActivationMap map = new ActivationMap(2, new float[] {0, 3, -7, 0});

    assertEquals(0.25, map.effectiveArea(), 1e-12);
    assertEquals(0.25, map.areaAboveHalf());
  }

  @Test
  void withoutEvidenceThereIsNoArea() {
    ActivationMap map = new ActivationMap(2, new float[] {-1, -1, 0, -2});

    assertEquals(0, map.effectiveArea());
    assertEquals(0, map.areaAboveHalf());
  }

  @Test
  void aMapIsTheWeightedSumOfTheChannelsForTheImagesClass() {
    float[] features = {1, 2, 10, 20, 3, 4, 30, 40};
    float[] weights = {1, 0.5f, -1, 2};
    try (NDManager manager = NDManager.newBaseManager()) {
      List<ActivationMap> maps =
          ActivationMap.of(
              manager.create(features, new Shape(2, 2, 1, 2)), weights, new int[] {0, 1});

      assertArrayEquals(new float[] {6, 12}, maps.get(0).values());
      assertArrayEquals(new float[] {57, 76}, maps.get(1).values());
    }
  }
}
