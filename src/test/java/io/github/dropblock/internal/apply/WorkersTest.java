package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.CountingPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As many threads work as have a share, however many the pool has. */
class WorkersTest {
  private static final int WORTH_A_THREAD = 1 << 19;
  private static final int MOST = 8;

  private final CountingPool pool = new CountingPool(MOST);
  private final Workers workers = new Workers(pool, MOST);

  @AfterEach
  void endPool() {
    pool.shutdown();
  }

  /** A pool of many threads once met work that was worth two: the third had no share and failed. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 1", "3, 2", "8, 7", "20, 7"})
  void workCallsAsManyHelpersAsItIsWorth(int threads, int helpers) {
    AtomicInteger shares = new AtomicInteger();
    AtomicInteger elements = new AtomicInteger();
    workers.shareElements(
        threads * WORTH_A_THREAD,
        () -> {
          shares.incrementAndGet();
          return (element, length) -> elements.addAndGet(length);
        });
    assertEquals(threads * WORTH_A_THREAD, elements.get());
    assertEquals(helpers, pool.asked());
    assertEquals(helpers + 1, shares.get());
  }

  @Test
  void fewBlocksCallFewHelpers() {
    AtomicInteger blocks = new AtomicInteger();
    workers.shareBlocks(MOST * WORTH_A_THREAD, 3, () -> (from, to) -> blocks.addAndGet(to - from));
    assertEquals(3, blocks.get());
    assertEquals(2, pool.asked());
  }

  @Test
  void aSumCallsAHelperForEachOtherPart() {
    assertEquals(3, workers.sum(3, part -> 1));
    assertEquals(2, pool.asked());
  }
}
