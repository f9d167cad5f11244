package io.github.dropblock.accuracy.trial;

import com.sun.management.OperatingSystemMXBean;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.data.Split;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What a regularizer adds to a training step: two networks are trained in turns, one without. */
public final class StepCost {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Epochs until all is compiled. */
  private static final int WARM_UP = 10;

  private StepCost() {}

  /**
   * Returns the median ratio of an epoch's CPU time with the regularizer to that without. The time
   * is that of the whole process, so that collecting garbage counts.
   *
   * @param trials the network and its images
   * @param trial the regularizer
   * @param rounds how many epochs of each are measured
   */
  public static double ratio(Trials trials, Trial trial, int rounds) {
    Recipe recipe = trials.recipe().withEpochs(WARM_UP + rounds);
    Images images =
        Split.of(trials.data().training(), recipe.trainingImages(), 0, trial.seed()).training();
    Trial none = Trial.none(trial.seed());
    try (Classification with = Classification.of(trial, recipe, trials.regime());
        Classification without = Classification.of(none, recipe, trials.regime())) {
      double[] ratios = new double[recipe.epochs()];
      for (int epoch = 0; epoch < ratios.length; epoch++) {
        // Who is first changes, since the second one finds warm caches.
        boolean first = epoch % 2 == 0;
        double one = nanos(first ? with : without, images, epoch);
        double other = nanos(first ? without : with, images, epoch);
        ratios[epoch] = first ? one / other : other / one;
      }
      double[] measured = Arrays.copyOfRange(ratios, WARM_UP, ratios.length);
      Arrays.sort(measured);
      return measured[rounds / 2];
    }
  }

  private static double nanos(Classification classifier, Images images, int epoch) {
    long start = SYSTEM.getProcessCpuTime();
    classifier.epoch(images, epoch);
    return SYSTEM.getProcessCpuTime() - start;
  }
}
