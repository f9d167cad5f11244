package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objectives here wait for each other: what would hang is stopped by the timeout. */
@Timeout(60)
class ThreadTrialRunnerTest {
  private static List<Trial> trials(int count) {
    return IntStream.range(0, count).mapToObj(Known::trial).toList();
  }

  @Test
  void asManyTrialsAtATimeAsThreads() throws Exception {
    CyclicBarrier five = new CyclicBarrier(5);
    List<TrialResult> results = new ArrayList<>();
    new ThreadTrialRunner(5).run(trials(10), (c, b, s) -> five.await(), results::add);
    assertEquals(0, results.stream().filter(TrialResult::failed).count());
    assertEquals(10, results.size());
  }

  @Test
  void resultsArriveAsSoonAsTheyAreThere() throws Exception {
    CountDownLatch oneIsDone = new CountDownLatch(1);
    List<Integer> order = new ArrayList<>();
    long first = Known.trial(0).seed();
    Objective objective = (c, b, seed) -> seed == first ? await(oneIsDone) : 0;
    new ThreadTrialRunner(2)
        .run(
            trials(2),
            objective,
            result -> {
              order.add(result.trial().index());
              oneIsDone.countDown();
            });
    assertEquals(List.of(1, 0), order);
  }

  private static double await(CountDownLatch latch) throws InterruptedException {
    return latch.await(30, TimeUnit.SECONDS) ? 0 : Double.NaN;
  }

  @Test
  void anInterruptIsPassedOn() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    Objective objective =
        (c, b, s) -> {
          caller.interrupt();
          try {
            return await(new CountDownLatch(1));
          } finally {
            stopped.countDown();
          }
        };
    TrialRunner runner = new ThreadTrialRunner(1);
    assertThrows(InterruptedException.class, () -> runner.run(trials(3), objective, result -> {}));
    assertTrue(stopped.await(10, TimeUnit.SECONDS));
  }

  @Test
  void anExceptionOfTheCallerEndsTheRun() {
    RuntimeException full = new IllegalStateException("disk full");
    List<TrialResult> seen = new ArrayList<>();
    RuntimeException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                new ThreadTrialRunner(2)
                    .run(
                        trials(5),
                        Known::score,
                        result -> {
                          seen.add(result);
                          throw full;
                        }));
    assertSame(full, thrown);
    assertEquals(1, seen.size());
  }
}
