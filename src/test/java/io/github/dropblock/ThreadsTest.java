package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads share the work on large tensors and never change a result. */
class ThreadsTest {
  /** Planes that are word-aligned and not; sparse and dense seeds; more threads than samples. */
  @ParameterizedTest
  @CsvSource({
    "48, 96, 28, 7, 0.9",
    "130, 65, 19, 7, 0.9",
    "130, 65, 19, 3, 0.5",
    "3, 5, 701, 7, 0.8",
    "70, 33, 29, 1, 0.9",
    "1, 3, 1301, 9, 0.9"
  })
  void anyNumberOfThreadsGivesTheSameMaskAndTensor(
      int n, int c, int side, int blockSize, double keepProb) {
    Shape shape = Shape.nchw(n, c, side, side);
    Tensor x = Tensor.full(shape, 2);
    DropBlockBuilder builder = DropBlock.builder().blockSize(blockSize).keepProb(keepProb).seed(5);
    DropMask expected = builder.threads(Threads.none()).build().sample(shape, 3);
    Tensor y = expected.apply(x);
    for (int threads = 1; threads <= 7; threads += 2) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      DropMask mask = builder.threads(Threads.of(pool)).build().sample(shape, 3);
      assertEquals(expected.keptCount(), mask.keptCount());
      assertEquals(y, mask.apply(x));
      assertEquals(x, builder.keepProb(1).build().sample(shape, 3).apply(x));
      builder.keepProb(keepProb);
      pool.shutdown();
      // A pool that refuses work leaves it to the caller.
      assertEquals(y, builder.build().sample(shape, 3).apply(x));
    }
    assertEquals(y, builder.threads(Threads.common()).build().sample(shape, 3).apply(x));
  }

  @Test
  void equalChoicesAreEqual() {
    ForkJoinPool pool = new ForkJoinPool(2);
    assertEquals(Threads.common(), Threads.common());
    assertEquals(Threads.of(pool), Threads.of(pool));
    assertEquals(Threads.of(pool).hashCode(), Threads.of(pool).hashCode());
    assertNotEquals(Threads.of(pool), Threads.of(new ForkJoinPool(2)));
    assertNotEquals(Threads.of(pool), Threads.none());
    pool.shutdown();
  }

  @Test
  void manyThreadsOnOneOperatorGetTheSequentialAnswers() throws Exception {
    List<Shape> shapes = List.of(Shape.nchw(3, 70, 9, 9), Shape.nchw(2, 5, 14, 14));
    DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(8).build();
    ExecutorService executor = Executors.newFixedThreadPool(8);
    List<Future<Tensor>> answers = new ArrayList<>();
    for (int step = 0; step < 2_000; step++) {
      int now = step;
      Shape shape = shapes.get(step % 2); // Alternating shapes: each replaces the other's plan.
      answers.add(executor.submit(() -> dropBlock.sample(shape, now).toTensor()));
    }
    DropBlock sequential = DropBlock.builder().blockSize(3).seed(8).build();
    for (int step = 0; step < answers.size(); step++) {
      Tensor expected = sequential.sample(shapes.get(step % 2), step).toTensor();
      assertEquals(expected, answers.get(step).get(), "step " + step);
    }
    executor.shutdown();
  }
}
