package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
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
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On executors that are JVMs of their own. */
@Timeout(120)
class ClusterTest {
  private static final TrialRunner ONE_THREAD = new ThreadTrialRunner(1);

  private static JavaSparkContext spark;

  @BeforeAll
  static void start() throws IOException {
    spark = Contexts.cluster();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void trialsRunOnBothExecutors(@TempDir Path folder) throws Exception {
    String meeting = folder.toString();
    Objective processes =
        (c, b, s) -> {
          Meeting.ofTwo(Path.of(meeting));
          return ProcessHandle.current().pid();
        };
    Set<Double> pids =
        new RandomSearch(Known.SPACE, 2, 1, 1)
            .run(processes, new SparkTrialRunner(spark)).results().stream()
                .map(TrialResult::score)
                .collect(Collectors.toSet());
    assertEquals(2, pids.size());
    assertFalse(pids.contains((double) ProcessHandle.current().pid()));
  }

  @Test
  void theResultIsThatOfThreads() throws Exception {
    Search search = new SuccessiveHalving(Known.SPACE, 27, new Budgets(1, 9, 3), 11);
    assertEquals(
        search.run(Known::scoreOrFail, ONE_THREAD),
        search.run(Known::scoreOrFail, new SparkTrialRunner(spark)));
  }

  @Test
  void anExecutorThatDiesDoesNotChangeTheResult(@TempDir Path folder) throws Exception {
    String marker = folder.resolve("died").toString();
    Objective deadly =
        (candidate, budget, seed) -> {
          if (isFirst(Path.of(marker))) {
            Runtime.getRuntime().halt(1);
          }
          return Known.score(candidate, budget, seed);
        };
    Search search = new RandomSearch(Known.SPACE, 6, 1, 3);
    assertEquals(
        search.run(Known::score, ONE_THREAD), search.run(deadly, new SparkTrialRunner(spark)));
    assertTrue(Files.exists(Path.of(marker)));
  }

  @Test
  void anObjectiveThatKillsItsJvmEndsTheSearchAndNotTheContext() throws Exception {
    Objective deadly =
        (candidate, budget, seed) -> {
          Runtime.getRuntime().halt(1);
          return 0;
        };
    Search search = new RandomSearch(Known.SPACE, 1, 1, 3);
    TrialRunner runner = new SparkTrialRunner(spark);
    TrialStore store = TrialStore.inMemory();
    String message =
        assertThrowsExactly(
                IllegalStateException.class,
                () -> search.run(deadly, runner, store, SearchListener.SILENT))
            .getMessage();
    assertTrue(message.contains("failed 2 times"), message);
    assertEquals(
        search.run(Known::score, ONE_THREAD),
        search.run(Known::score, runner, store, SearchListener.SILENT));
  }

  private static boolean isFirst(Path marker) throws IOException {
    try {
      Files.createFile(marker);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Test
  void masksAreThoseOfOneMachine() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.8).blockSize(3).seed(1).build();
    float[] expected = dropBlock.sample(Batches.SHAPE, 7).apply(Batches.whole()).data();
    for (int partitions : new int[] {1, 4, 20}) {
      JavaRDD<float[]> batch = Batches.in(spark, partitions);
      PartitionMasks masks = PartitionMasks.of(batch, dropBlock, Batches.SHAPE);
      assertArrayEquals(expected, Batches.joined(masks.apply(batch, 7)));
    }
  }

  @Test
  void executorsFindAMaskFunctionByItsName() {
    Regularizer rows = CustomRegularizer.of(new RowsFunction(), .6, 8);
    JavaRDD<float[]> batch = Batches.in(spark, 4);
    PartitionMasks masks = PartitionMasks.of(batch, rows, Batches.SHAPE);
    assertArrayEquals(
        rows.sample(Batches.SHAPE, 7).apply(Batches.whole()).data(),
        Batches.joined(masks.apply(batch, 7)));
  }
}
