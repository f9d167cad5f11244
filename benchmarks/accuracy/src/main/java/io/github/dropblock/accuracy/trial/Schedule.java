package io.github.dropblock.accuracy.trial;

import io.github.dropblock.schedule.KeepProbSchedule;

/** How keepProb changes over the training, by the name it has in CSV files. */
public enum Schedule {
  FIXED("fixed"),
  /** From 1, the paper's. */
  LINEAR("linear"),
  /** From 1. */
  COSINE("cosine");

  private final String text;

  Schedule(String text) {
    this.text = text;
  }

  /** The schedule of a name. */
  public static Schedule of(String text) {
    return Texts.find(values(), text);
  }

  /** The library's schedule that ends at a keepProb. */
  KeepProbSchedule to(double keepProb, long steps) {
    return switch (this) {
      case FIXED -> KeepProbSchedule.constant(keepProb);
      case LINEAR -> KeepProbSchedule.linear(1, keepProb, steps);
      case COSINE -> KeepProbSchedule.cosine(1, keepProb, steps);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
