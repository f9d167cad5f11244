package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import io.github.dropblock.DropPath;
import io.github.dropblock.accuracy.network.Site;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.junit.jupiter.api.Test;

class CellPathsTest {
  private static final Block OTHER = Blocks.identityBlock();
  private static final double EXACT = 1e-12;

  private final CellPaths sites = new CellPaths((site, cell) -> OTHER, 3, 100);

  private KeepProbSchedule scheduleOf(int cell) {
    return assertInstanceOf(DropBlockLayer.class, sites.at(Site.BRANCH, cell))
        .schedule()
        .orElseThrow();
  }

  @Test
  void pathsAreDroppedMoreFromCellToCellAndFromStepToStep() {
    assertEquals(1, scheduleOf(4).at(0), EXACT);
    assertEquals(0.9, scheduleOf(4).at(50), EXACT);
    assertEquals(0.8, scheduleOf(4).at(100), EXACT);
    assertEquals(0.95, scheduleOf(1).at(100), EXACT);
    assertEquals(0.9, scheduleOf(2).at(100), EXACT);
  }

  @Test
  void eachBranchHasMasksOfItsOwn() {
    DropBlockLayer one = assertInstanceOf(DropBlockLayer.class, sites.at(Site.BRANCH, 1));
    DropBlockLayer two = assertInstanceOf(DropBlockLayer.class, sites.at(Site.BRANCH, 1));

    assertInstanceOf(DropPath.class, one.regularizer());
    assertNotEquals(one.regularizer().seed(), two.regularizer().seed());
  }

  @Test
  void otherSitesStayAsTheyAre() {
    assertSame(OTHER, sites.at(Site.CONVOLUTION, 4));
    assertSame(OTHER, sites.at(Site.SKIP, 4));
  }
}
