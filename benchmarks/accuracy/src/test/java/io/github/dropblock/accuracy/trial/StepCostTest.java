package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepCostTest {
  private static final Recipe RECIPE = new Recipe(50, 0, 0, 1, 25, 0.05, 5e-4);
  private static final Trial DROPBLOCK =
      new Trial(Method.DROPBLOCK, 0.9, 3, Place.GROUPS_34_SKIP, Schedule.LINEAR, 1);

  @TempDir private Path folder;

  /** How large it is, is for a benchmark. */
  @Test
  void aRatioIsMeasured() {
    double ratio = StepCost.ratio(new Trials(Patterns.data(), RECIPE, folder), DROPBLOCK, 1);
    assertTrue(ratio > 0 && ratio < Double.POSITIVE_INFINITY, "ratio " + ratio);
  }
}
