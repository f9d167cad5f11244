package io.github.dropblock.djl;

import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;

/** What draws a layer's masks: a regularizer, and perhaps a schedule for its keepProb. */
final class Configuration {
  private final Regularizer regularizer;
  private final KeepProbSchedule schedule;

  /** The regularizer of the last step, which often is that of the next one too. */
  private volatile KeepProbRegularizer scheduled;

  private Configuration(Regularizer regularizer, KeepProbSchedule schedule) {
    this.regularizer = regularizer;
    this.schedule = schedule;
  }

  static Configuration of(Regularizer regularizer) {
    return new Configuration(notNull("regularizer", regularizer), null);
  }

  static Configuration of(KeepProbRegularizer regularizer, KeepProbSchedule schedule) {
    Configuration configuration =
        new Configuration(notNull("regularizer", regularizer), notNull("schedule", schedule));
    configuration.scheduled = regularizer;
    return configuration;
  }

  private static <T> T notNull(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return value;
  }

  Regularizer regularizer() {
    return regularizer;
  }

  /** Null if there is none. */
  KeepProbSchedule schedule() {
    return schedule;
  }

  /** The regularizer of a step. */
  Regularizer at(long step) {
    if (schedule == null) {
      return regularizer;
    }
    double keepProb = schedule.at(step);
    KeepProbRegularizer current = scheduled;
    if (current.keepProb() != keepProb) {
      current = current.withKeepProb(keepProb);
      scheduled = current;
    }
    return current;
  }

  @Override
  public String toString() {
    return schedule == null ? regularizer.toString() : regularizer + ", " + schedule;
  }
}
