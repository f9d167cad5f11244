package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say which network is trained. */
final class TrialOptions {
  private static final String KEEP_PROB = "--keep-prob";
  private static final String BLOCK_SIZE = "--block-size";
  private static final String PLACE = "--place";
  private static final String SCHEDULE = "--schedule";

  @Option(
      names = "--regularizer",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Method method = Method.DROPBLOCK;

  @Option(
      names = KEEP_PROB,
      description =
          "0 to 1, at the schedule's end; 1 - smoothing of label smoothing (${DEFAULT-VALUE})")
  private double keepProb = 0.9;

  @Option(
      names = BLOCK_SIZE,
      description = "side of a block; of Cutout's hole in pixels (${DEFAULT-VALUE})")
  private int blockSize = 7;

  @Option(
      names = PLACE,
      description =
          "one that a classifier has, of ${COMPLETION-CANDIDATES} (default: the usual one)")
  private Place place;

  @Option(names = SCHEDULE, description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Schedule schedule = Schedule.FIXED;

  @Option(names = "--seed", description = "(default: ${DEFAULT-VALUE})")
  private int seed = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /**
   * What they say.
   *
   * @throws ParameterException if a value is out of range, or means nothing for the regularizer
   */
  Trial trial() {
    check();
    return new Trial(
        method,
        method.hasKeepProb() ? keepProb : 1,
        method.hasBlockSize() ? blockSize : 0,
        place == null ? method.usualPlace() : place,
        schedule,
        seed);
  }

  private void check() {
    refuse(KEEP_PROB, method.hasKeepProb());
    refuse(BLOCK_SIZE, method.hasBlockSize());
    refuse(PLACE, method.hasPlace());
    refuse(SCHEDULE, method.hasSchedule());
    // Not a number is in no range.
    if (!(keepProb >= 0 && keepProb <= 1)) {
      throw error(KEEP_PROB + " must be in [0, 1]: " + keepProb);
    }
    if (blockSize < 1) {
      throw error(BLOCK_SIZE + " must be at least 1: " + blockSize);
    }
    if (place != null && !place.isInClassifier()) {
      throw error(PLACE + " must be a place of a classifier: " + place);
    }
  }

  private void refuse(String option, boolean known) {
    if (!known && spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw error(option + " means nothing for the regularizer " + method);
    }
  }

  private ParameterException error(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
