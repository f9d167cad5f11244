package io.github.dropblock.training.trial;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.training.network.MiniResNet;
import io.github.dropblock.training.network.RegularizerBlock;
import io.github.dropblock.training.network.Site;
import io.github.dropblock.training.network.Sites;
import io.github.dropblock.training.network.StepClock;

/** Puts a trial's regularizer at its places, at each with masks of its own. */
final class TrialSites implements Sites {
  private static final int CUTOUT_HOLES = 1;

  private final Trial trial;
  private final long steps;
  private final StepClock clock;
  private final boolean atInference;
  private int placed;

  /**
   * Sites.
   *
   * @param trial which regularizer, where
   * @param steps length of the schedule
   * @param clock tells the step
   * @param atInference true to drop at inference only, false to drop in training only
   */
  TrialSites(Trial trial, long steps, StepClock clock, boolean atInference) {
    this.trial = trial;
    this.steps = steps;
    this.clock = clock;
    this.atInference = atInference;
  }

  @Override
  public Block at(Site site, int group) {
    if (!trial.place().holds(site, group)) {
      return Blocks.identityBlock();
    }
    Regularizer regularizer = regularizer(trial.seed() * 1000 + placed++);
    if (regularizer instanceof KeepProbRegularizer scheduled) {
      KeepProbSchedule schedule = schedule(group);
      return new RegularizerBlock(
          step -> scheduled.withKeepProb(schedule.at(step)), clock, atInference);
    }
    return new RegularizerBlock(step -> regularizer, clock, atInference);
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
