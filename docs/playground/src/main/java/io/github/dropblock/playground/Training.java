package io.github.dropblock.playground;

import io.github.dropblock.schedule.KeepProbSchedule;

/**
 * Where training stands, and how keepProb moves until its end.
 *
 * @param step the step that is shown
 * @param steps number of steps after which keepProb reaches its target
 * @param group 4 for keepProb itself, 3 for a quarter of the drop rate
 */
record Training(Schedule schedule, long step, int steps, int group) {
  static final int GROUPS = 4;
  private static final int MOST_STEPS = 100_000_000;

  enum Schedule {
    CONSTANT("constant(%)"),
    LINEAR("linear(1.0, %, #)"),
    COSINE("cosine(1.0, %, #)"),
    POLYNOMIAL("polynomial(1.0, %, #, 3)");

    private final String call;

    Schedule(String call) {
      this.call = call;
    }
  }

  static Training read(Query query) {
    long step = query.integer("step", 0);
    if (step < 0) {
      throw new IllegalArgumentException("step must be at least 0: " + step);
    }
    return new Training(
        query.constant("schedule", Schedule.CONSTANT, Schedule.values()),
        step,
        query.inRange("steps", 1000, 1, MOST_STEPS),
        query.inRange("group", GROUPS, 1, GROUPS));
  }

  /** Tells whether keepProb is the same at each step. */
  boolean isConstant() {
    return schedule == Schedule.CONSTANT && group == GROUPS;
  }

  /** Returns the schedule that ends at a keepProb. */
  KeepProbSchedule to(double keepProb) {
    KeepProbSchedule whole =
        switch (schedule) {
          case CONSTANT -> KeepProbSchedule.constant(keepProb);
          case LINEAR -> KeepProbSchedule.linear(1, keepProb, steps);
          case COSINE -> KeepProbSchedule.cosine(1, keepProb, steps);
          case POLYNOMIAL -> KeepProbSchedule.polynomial(1, keepProb, steps, 3);
        };
    return group == GROUPS ? whole : whole.forGroup(group, GROUPS);
  }

  /** Returns the call that creates the schedule. */
  String code(double keepProb) {
    String call = schedule.call.replace("%", "" + keepProb).replace("#", "" + steps);
    String ofGroup = group == GROUPS ? "" : ".forGroup(" + group + ", " + GROUPS + ")";
    return "KeepProbSchedule." + call + ofGroup;
  }
}
