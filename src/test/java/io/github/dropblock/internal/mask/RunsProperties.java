package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The coverages of an axis as runs against counting them. */
class RunsProperties {
  private static final int LONGEST = Integer.MAX_VALUE;

  @Provide
  Arbitrary<Axis> axes() {
    return AxisKind.axes(60);
  }

  @Provide
  Arbitrary<Axis> longAxes() {
    return AxisKind.axes(1 << 30);
  }

  @Property
  void runsCountThePositionsOfEachCoverage(@ForAll("axes") Axis axis) {
    Map<Integer, Integer> counted = new TreeMap<>();
    for (int i = 0; i < axis.extent(); i++) {
      counted.merge(axis.coverage(i), 1, Integer::sum);
    }
    Runs runs = Runs.of(axis);
    Map<Integer, Integer> positions = new TreeMap<>();
    for (int i = 0; i < runs.values(); i++) {
      positions.put(runs.value(i), runs.times(i));
    }
    assertEquals(counted, positions);
  }

  @Property
  void runsOfALongAxisHoldEachPositionOnce(@ForAll("longAxes") Axis axis) {
    Runs runs = Runs.of(axis);
    assertEquals(axis.extent(), runs.ones() + 2L * runs.twos() + runs.plateau());
    assertEquals(Math.min(axis.starts(), axis.block()), runs.value(runs.values() - 1));
    assertTrue(runs.first() > 0);
    assertTrue(runs.plateau() > 0);
  }

  @Example
  void runsOfTheLongestAxis() {
    int half = 1 << 30;
    assertEquals(new Runs(1, 0, 0, LONGEST), Runs.of(Axis.valid(LONGEST, 1)));
    assertEquals(new Runs(1, 0, half - 1, 1), Runs.of(Axis.valid(LONGEST, half)));
    assertEquals(new Runs(1, 0, 0, LONGEST), Runs.of(Axis.valid(LONGEST, LONGEST)));
    assertEquals(new Runs(half, 0, half - 1, 1), Runs.of(Axis.whole(LONGEST, LONGEST)));
  }
}
