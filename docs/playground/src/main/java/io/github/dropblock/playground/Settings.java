package io.github.dropblock.playground;

import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.tensor.Shape;

/** Everything that the page's address says. */
record Settings(Choices choices, Training training, Shape shape) {
  private static final int MOST_SAMPLES = 8;
  private static final int MOST_CHANNELS = 16;
  private static final int LONGEST_SIDE = 128;
  private static final int SIDE = 40;

  static Settings read(String text) {
    Query query = new Query(text);
    int n = query.inRange("samples", 2, 1, MOST_SAMPLES);
    int c = query.inRange("channels", 4, 1, MOST_CHANNELS);
    int h = query.inRange("height", SIDE, 1, LONGEST_SIDE);
    int w = query.inRange("width", SIDE, 1, LONGEST_SIDE);
    return new Settings(Choices.read(query), Training.read(query), Shape.nchw(n, c, h, w));
  }

  /** Tells whether a schedule drives the regularizer. */
  boolean isScheduled() {
    return choices.kind().hasKeepProb() && !training.isConstant();
  }

  /** Returns the regularizer of the step that is shown. */
  Regularizer now() {
    Regularizer regularizer = choices.regularizer();
    return isScheduled()
        ? ScheduledRegularizer.of(regularizer, training.to(choices.keepProb())).at(training.step())
        : regularizer;
  }

  /** Returns keepProb at a step; NaN if the regularizer has none. */
  double keepProb(long step) {
    return choices.kind().hasKeepProb() ? training.to(choices.keepProb()).at(step) : Double.NaN;
  }
}
