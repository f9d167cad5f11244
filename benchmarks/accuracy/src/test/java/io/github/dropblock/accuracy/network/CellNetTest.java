package io.github.dropblock.accuracy.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.nn.Blocks;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CellNetTest {
  @Test
  void eachCellHasTheSitesOfItsOperations() {
    Map<String, Integer> counts = new TreeMap<>();
    CellNet.build(
        (site, cell) -> {
          counts.merge(site.name() + cell, 1, Integer::sum);
          return Blocks.identityBlock();
        },
        10);

    for (int cell = 1; cell <= CellNet.CELLS; cell++) {
      assertEquals(5, counts.get("CONVOLUTION" + cell), "two inputs, three separable ones");
      assertEquals(5, counts.get("BRANCH" + cell), "three separable ones, two pools");
      assertEquals(1, counts.get("SKIP" + cell));
    }
    assertEquals(3 * CellNet.CELLS + 2, counts.size());
  }
}
