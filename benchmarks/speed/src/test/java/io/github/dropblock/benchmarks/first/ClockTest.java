package io.github.dropblock.benchmarks.first;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClockTest {
  /** The fields are those of proc_pid_stat(5); a name may contain a parenthesis and spaces. */
  @Test
  void userAndSystemTicksAreAddedWhateverTheName() {
    String stat = "42 (a (b) c) S 1 42 42 0 -1 4194304 100 0 0 0 123 45 6 7 20 0 1 0 99";
    assertEquals(1680, Clock.cpuMillis(stat));
  }
}
