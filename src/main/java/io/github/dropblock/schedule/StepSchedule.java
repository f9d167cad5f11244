package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Schedule that is constant between given steps. */
final class StepSchedule implements Curve {
  static final String TYPE = "step";

  private final double[] keepProbs;
  private final long[] boundaries;

  StepSchedule(double[] keepProbs, long[] boundaries) {
    this.keepProbs = Check.notNull("keepProbs", keepProbs).clone();
    this.boundaries = Check.notNull("boundaries", boundaries).clone();
    if (keepProbs.length != boundaries.length + 1) {
      throw new IllegalArgumentException(
          "keepProbs.length must be boundaries.length + 1 = "
              + (boundaries.length + 1)
              + ": "
              + keepProbs.length);
    }
    checkValues();
  }

  private void checkValues() {
    for (int i = 0; i < keepProbs.length; i++) {
      Check.probability("keepProbs[" + i + "]", keepProbs[i]);
    }
    long previous = 0;
    for (int i = 0; i < boundaries.length; i++) {
      if (boundaries[i] <= previous) {
        throw new IllegalArgumentException(
            "boundaries[" + i + "] must be > " + previous + ": " + boundaries[i]);
      }
      previous = boundaries[i];
    }
  }

  static StepSchedule read(MapReader in) {
    return new StepSchedule(in.reals("keepProbs"), in.wholes("boundaries"));
  }

  @Override
  public Map<String, Object> toMap() {
    List<Double> values = Arrays.stream(keepProbs).boxed().toList();
    List<Long> steps = Arrays.stream(boundaries).boxed().toList();
    return ScheduleFormat.begin(TYPE).put("keepProbs", values).put("boundaries", steps).map();
  }

  @Override
  public double at(long step) {
    int found = Arrays.binarySearch(boundaries, step);
    // The step of a boundary already has the value after it.
    return keepProbs[found >= 0 ? found + 1 : -(found + 1)];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepSchedule s
        && Arrays.equals(keepProbs, s.keepProbs)
        && Arrays.equals(boundaries, s.boundaries);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(new Object[] {keepProbs, boundaries});
  }

  @Override
  public String toString() {
    return "step(" + Arrays.toString(keepProbs) + ", " + Arrays.toString(boundaries) + ")";
  }
}
