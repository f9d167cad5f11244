package io.github.dropblock.accuracy.trial;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.Site;
import io.github.dropblock.accuracy.network.Sites;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.ArrayList;
import java.util.List;

/** Puts a trial's regularizer at its places, at each with masks of its own. */
final class TrialSites implements Sites {
  private static final int CUTOUT_HOLES = 1;

  private final Trial trial;
  private final long steps;
  private final List<DropBlockLayer> layers = new ArrayList<>();

  /**
   * Sites.
   *
   * @param trial which regularizer, where
   * @param steps length of the schedule
   */
  TrialSites(Trial trial, long steps) {
    this.trial = trial;
    this.steps = steps;
  }

  @Override
  public Block at(Site site, int group) {
    if (!trial.place().holds(site, group)) {
      return Blocks.identityBlock();
    }
    Regularizer regularizer = regularizer(trial.seed() * 1000 + layers.size());
    DropBlockLayer layer =
        regularizer instanceof KeepProbRegularizer
            ? DropBlockLayer.of(regularizer, schedule(group))
            : DropBlockLayer.of(regularizer);
    layers.add(layer);
    return layer;
  }

  /** The layers that were placed. */
  List<DropBlockLayer> layers() {
    return List.copyOf(layers);
  }

  private KeepProbSchedule schedule(int group) {
    KeepProbSchedule schedule = trial.schedule().to(trial.keepProb(), steps);
    return group > 0 && trial.place().scalesByGroup()
        ? schedule.forGroup(group, MiniResNet.GROUPS)
        : schedule;
  }

  private Regularizer regularizer(long seed) {
    double keepProb = trial.keepProb();
    return switch (trial.method()) {
      case NONE, LABEL_SMOOTHING -> throw new IllegalArgumentException("no site: " + trial);
      case DROPOUT -> Dropout.of(keepProb, seed);
      case SPATIAL_DROPOUT -> SpatialDropout.of(keepProb, seed);
      case DROP_PATH -> DropPath.of(keepProb, seed);
      case CUTOUT -> Cutout.of(CUTOUT_HOLES, trial.blockSize(), seed);
      case DROPBLOCK,
          DROPBLOCK_EXACT,
          DROPBLOCK_EXTENDED,
          DROPBLOCK_EXACT_EXTENDED,
          DROPBLOCK_LABEL_SMOOTHING ->
          trial.dropBlock().withSeed(seed);
    };
  }
}
