package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.WideJob;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Networks of the wide regime that several experiments look at. Those of {@link WideComparison} are
 * trained there or here, whichever is first.
 */
final class WideNetworks {
  /** As in {@link WideComparison}. */
  static final Trial DROPBLOCK = Trial.scheduledDropBlock(0);

  /** As in {@link WideComparison}. */
  static final Trial CUTOUT = WideComparison.trials().get("Cutout");

  /**
   * In the places of DropBlock: single positions are dropped there. It drops 10%, and DropBlock
   * with the paper's gamma 9.3% of maps of 14x14, since its blocks overlap.
   */
  static final Trial DROPOUT =
      new Trial(
          Method.DROPOUT, DROPBLOCK.keepProb(), 0, DROPBLOCK.place(), DROPBLOCK.schedule(), 0);

  private WideNetworks() {}

  /** Trains what is not trained yet, seed by seed. */
  static void train(Lab lab, String csvName, Collection<Trial> trials, List<Long> seeds)
      throws IOException {
    lab.run(csvName, Lab.jobs(trials, seeds, (trial, seed) -> new WideJob(trial.withSeed(seed))));
  }

  /** Percent of the test images, after a trial's last epoch, for each seed. */
  static double[] test(Lab lab, Trial trial, List<Long> seeds) {
    return lab.test(seeds, seed -> new WideJob(trial.withSeed(seed)));
  }
}
