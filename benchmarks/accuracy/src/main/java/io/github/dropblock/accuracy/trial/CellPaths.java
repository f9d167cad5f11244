package io.github.dropblock.accuracy.trial;

import ai.djl.nn.Block;
import io.github.dropblock.DropPath;
import io.github.dropblock.accuracy.network.CellNet;
import io.github.dropblock.accuracy.network.Site;
import io.github.dropblock.accuracy.network.Sites;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.schedule.KeepProbSchedule;

/**
 * Puts DropPath at the end of each branch of the cells, beside what else is there. It drops more
 * from cell to cell and from step to step, as the authors' AmoebaNet does.
 */
final class CellPaths implements Sites {
  /** In the last cell at the last step. */
  static final double KEEP_PROB = 0.8;

  /** So that a trial's other masks have other seeds. */
  private static final int FIRST_SEED = 500;

  private final Sites others;
  private final long seed;
  private final KeepProbSchedule schedule;
  private int placed;

  CellPaths(Sites others, long seed, long steps) {
    this.others = others;
    this.seed = seed;
    this.schedule = KeepProbSchedule.linear(1, KEEP_PROB, steps);
  }

  @Override
  public Block at(Site site, int cell) {
    if (site != Site.BRANCH) {
      return others.at(site, cell);
    }
    DropPath path = DropPath.of(KEEP_PROB, seed * 1000 + FIRST_SEED + placed++);
    return DropBlockLayer.of(path, schedule.forDepth(cell, CellNet.CELLS));
  }
}
