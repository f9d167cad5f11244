package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.search.Budgets;
import io.github.dropblock.search.Objective;
import io.github.dropblock.search.RandomSearch;
import io.github.dropblock.search.Search;
import io.github.dropblock.search.SearchListener;
import io.github.dropblock.search.SuccessiveHalving;
import io.github.dropblock.search.ThreadTrialRunner;
import io.github.dropblock.search.TrialResult;
import io.github.dropblock.search.TrialRunner;
import io.github.dropblock.search.TrialStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In threads of this JVM. Objectives that wait for each other are stopped by the timeout. */
@Timeout(60)
class SparkTrialRunnerTest {
  private static JavaSparkContext spark;

  /** What tasks and the driver, in one JVM here, tell each other. */
  private static CountDownLatch latch;

  private static Thread caller;

  @BeforeAll
  static void start() {
    spark = Contexts.local(2);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static void assertSameAsThreads(Search search) throws InterruptedException {
    assertEquals(
        search.run(Known::scoreOrFail, new ThreadTrialRunner(1)),
        search.run(Known::scoreOrFail, new SparkTrialRunner(spark)));
  }

  @Test
  void theResultIsThatOfThreads() throws Exception {
    assertSameAsThreads(new RandomSearch(Known.SPACE, 40, 3, 4));
    assertSameAsThreads(new SuccessiveHalving(Known.SPACE, 27, new Budgets(1, 9, 3), 11));
  }

  @Test
  void aSearchGoesOnFromThreadsToSpark(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("search.csv");
    try (TrialStore store = TrialStore.file(file)) {
      new RandomSearch(Known.SPACE, 10, 1, 4)
          .run(Known::score, new ThreadTrialRunner(2), store, SearchListener.SILENT);
    }
    Search larger = new RandomSearch(Known.SPACE, 20, 1, 4);
    List<Boolean> stored = new ArrayList<>();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void finished(TrialResult result, boolean wasStored) {
            stored.add(wasStored);
          }
        };
    try (TrialStore store = TrialStore.file(file)) {
      assertEquals(
          larger.run(Known::score, new ThreadTrialRunner(1)),
          larger.run(Known::score, new SparkTrialRunner(spark), store, listener));
      assertEquals(20, store.results().size());
    }
    assertEquals(10, stored.stream().filter(s -> s).count());
  }

  /** Trial 0 ends only when the driver has the other's result. */
  @Test
  void resultsArriveAsSoonAsTheyAreThere() throws Exception {
    latch = new CountDownLatch(1);
    long first = Known.trial(0).seed();
    Objective objective = (c, b, seed) -> seed == first ? await() : 0;
    List<Integer> order = new ArrayList<>();
    new SparkTrialRunner(spark)
        .run(
            List.of(Known.trial(0), Known.trial(1)),
            objective,
            result -> {
              order.add(result.trial().index());
              latch.countDown();
            });
    assertEquals(List.of(1, 0), order);
  }

  private static double await() throws InterruptedException {
    return latch.await(30, TimeUnit.SECONDS) ? 0 : Double.NaN;
  }

  @Test
  void aSearchThatIsGivenUpInterruptsItsTasks() throws Exception {
    latch = new CountDownLatch(1);
    caller = Thread.currentThread();
    Objective objective =
        (c, b, s) -> {
          caller.interrupt();
          try {
            Thread.sleep(60_000);
            return 0;
          } finally {
            latch.countDown();
          }
        };
    TrialRunner runner = new SparkTrialRunner(spark);
    assertThrows(
        InterruptedException.class,
        () -> runner.run(List.of(Known.trial(0)), objective, result -> {}));
    assertTrue(latch.await(30, TimeUnit.SECONDS));
    assertNull(spark.getLocalProperty("spark.job.interruptOnCancel"));
  }

  /** As when a task was lost too often. */
  @Test
  void aJobThatSparkEndsEndsTheSearch() {
    long first = Known.trial(0).seed();
    Objective objective =
        (c, b, seed) -> {
          if (seed == first) {
            Thread.sleep(60_000);
          }
          return 0;
        };
    TrialStore store = TrialStore.inMemory();
    SearchListener listener =
        new SearchListener() {
          @Override
          public void finished(TrialResult result, boolean stored) {
            spark.cancelAllJobs();
          }
        };
    Search search = new RandomSearch(Known.SPACE, 2, 1, 1);
    String message =
        assertThrowsExactly(
                IllegalStateException.class,
                () -> search.run(objective, new SparkTrialRunner(spark), store, listener))
            .getMessage();
    assertTrue(message.startsWith("the Spark job ended: "), message);
    assertEquals(List.of(1), store.results().stream().map(r -> r.trial().index()).toList());
  }

  @Test
  void anObjectiveThatCannotBeSentIsNamed() {
    Thread notSerializable = Thread.currentThread();
    Objective objective = (c, b, s) -> notSerializable.getId();
    Search search = new RandomSearch(Known.SPACE, 1, 1, 1);
    String message =
        assertThrowsExactly(
                IllegalArgumentException.class,
                () -> search.run(objective, new SparkTrialRunner(spark)))
            .getMessage();
    assertEquals(
        "objective must be serializable: java.io.NotSerializableException: java.lang.Thread",
        message);
  }

  @Test
  void aContextIsNeeded() {
    String message =
        assertThrowsExactly(IllegalArgumentException.class, () -> new SparkTrialRunner(null))
            .getMessage();
    assertEquals("spark must not be null", message);
  }
}
