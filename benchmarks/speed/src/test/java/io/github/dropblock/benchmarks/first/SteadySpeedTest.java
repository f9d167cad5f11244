package io.github.dropblock.benchmarks.first;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class SteadySpeedTest {
  private static final int CALLS = 400;

  @Test
  void callsOfOneSpeedAreSteadyFromTheFirstOn() {
    long[] ends = ends(call -> 10);
    assertEquals(ends[0], SteadySpeed.since(ends));
  }

  @Test
  void slowCallsAtTheBeginningAreNotSteady() {
    long[] ends = ends(call -> call <= 100 ? 50 : 10);
    assertEquals(ends[100], SteadySpeed.since(ends), 10);
  }

  @Test
  void callsUpToAQuarterSlowerCountAsSteady() {
    long[] within = ends(call -> call <= 100 ? 12 : 10);
    assertEquals(within[0], SteadySpeed.since(within));
    long[] beyond = ends(call -> call <= 100 ? 13 : 10);
    assertEquals(beyond[100], SteadySpeed.since(beyond), 13);
  }

  @Test
  void aSingleSlowCallDoesNotCount() {
    long[] ends = ends(call -> call == 200 ? 1000 : 10);
    assertEquals(ends[0], SteadySpeed.since(ends));
  }

  @Test
  void aSlowPhaseLaterDoes() {
    long[] ends = ends(call -> call >= 200 && call < 230 ? 50 : 10);
    assertEquals(ends[230], SteadySpeed.since(ends), 50);
  }

  @Test
  void fewCallsTellNothing() {
    assertEquals(0, SteadySpeed.since(Arrays.copyOf(ends(call -> 10), 59)));
  }

  private static long[] ends(IntToLongFunction nanosOfCall) {
    long[] ends = new long[CALLS];
    for (int i = 0; i < CALLS; i++) {
      ends[i] = (i == 0 ? 1_000_000 : ends[i - 1]) + nanosOfCall.applyAsLong(i);
    }
    return ends;
  }
}
