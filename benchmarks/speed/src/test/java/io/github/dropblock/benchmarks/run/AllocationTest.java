package io.github.dropblock.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int BYTES = 1 << 24;

  /** What the test runner's own threads allocate meanwhile is far less than the array. */
  @Test
  void whatIsAllocatedBetweenStartAndStopIsCounted() {
    Allocation.start();
    Reference.reachabilityFence(new byte[BYTES]);
    Allocation.stop();
    assertEquals(BYTES, Allocation.bytes(), BYTES / 4.0);
  }

  @Test
  void countingItselfIsNotCounted() {
    Allocation.start();
    Allocation.stop();
    assertTrue(Allocation.bytes() < BYTES / 4, () -> String.valueOf(Allocation.bytes()));
  }
}
