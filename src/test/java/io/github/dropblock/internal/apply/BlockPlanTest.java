package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks cover a tensor, however large it is. */
class BlockPlanTest {
  /** The number of pieces overflowed once, from 2^31 - 8192 elements on. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8192, 8193, 2_147_475_455, 2_147_475_456, 2_147_483_645})
  void oneAxisIsCutIntoFewNearlyEqualPieces(int extent) {
    BlockPlan plan = new BlockPlan(0, List.of(new MemoryAxis(extent, 1, 1, 1, 0)));
    long step = plan.alongStep();
    assertEquals((extent + 8191L) / 8192, plan.blocks());
    assertTrue(step <= 8192 && step * plan.blocks() >= extent, plan.blocks() + " of " + step);
    assertTrue(step * (plan.blocks() - 1) < extent);
  }

  @Test
  void anInnerAxisIsCutToo() {
    MemoryAxis slow = new MemoryAxis(2_000_000_000, 1, 1, 1, 0);
    MemoryAxis fast = new MemoryAxis(1, 1, 1, 1, 0);
    assertEquals(1, new BlockPlan(0, List.of(slow, fast)).alongStep());
    assertTrue(new BlockPlan(0, List.of(slow, fast)).blocks() >= 2_000_000_000 / 8192);
  }
}
