package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static picocli.CommandLine.populateCommand;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Threads;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs in small, and that they notice what is wrong. */
class CommandsTest {
  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    ThreadsCommand command =
        populateCommand(new ThreadsCommand(), "--threads", "16", "--duration", "PT1S");
    assertEquals(List.of(), command.failures());
  }

  @Test
  void manyCallsLeaveNothingBehind() {
    CallsCommand command = populateCommand(new CallsCommand(), "--calls", "20000");
    assertEquals(List.of(), command.failures());
  }

  @Test
  void eachElementOfLargeTensorsIsRight() {
    LargeCommand command = populateCommand(new LargeCommand(), "--elements", "3000000");
    assertEquals(List.of(), command.failures());
  }

  @Test
  void theStatusTellsOfAFailure() {
    assertEquals(0, Load.report(List.of()));
    assertEquals(1, Load.report(List.of("one")));
  }

  @Test
  void anOperatorWithAnotherSeedIsNoticed() throws Exception {
    ExpectedResults expected = new ExpectedResults(1);
    ConcurrentCallers callers =
        new ConcurrentCallers(expected, ExpectedResults.regularizer(2, Threads.common()));
    callers.callAtRandom(2, Duration.ofMillis(100), 1);
    assertTrue(callers.failures() > 0);
  }

  @Test
  void eachOperationIsCompared() {
    ExpectedResults expected = new ExpectedResults(1);
    Regularizer right = ExpectedResults.regularizer(1, Threads.none());
    Regularizer wrong = DropBlock.builder().keepProb(0.6).blockSize(7).seed(1).build();
    int last = expected.size() - 1;
    for (Operation each : Operation.values()) {
      assertTrue(expected.isRight(each, right, last, new ThreadBuffers()), each.toString());
      boolean draws = each != Operation.APPLY_SHARED_MASK;
      assertEquals(
          !draws, expected.isRight(each, wrong, last, new ThreadBuffers()), each.toString());
    }
  }

  @Test
  void growthIsNoticed() {
    Footprint before = new Footprint(1 << 20, 1_000, 10, 4);
    assertEquals(List.of(), before.growthSince(before));
    assertEquals(1, new Footprint(2 << 20, 1_000, 10, 4).growthSince(before).size());
    assertEquals(1, new Footprint(1 << 20, 2_000, 10, 4).growthSince(before).size());
    assertEquals(1, new Footprint(1 << 20, 1_000, 20, 4).growthSince(before).size());
    assertEquals(
        List.of("thread-locals: from 4 to 14, which is more than 4 more"),
        new Footprint(1 << 20, 1_000, 10, 14).growthSince(before));
  }
}
