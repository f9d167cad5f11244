package io.github.dropblock.reliability.load;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Pools that do something else with a task than to run it. */
enum OddPool {
  REFUSES {
    @Override
    ForkJoinPool create(int threads) {
      return new Pool(
          threads,
          task -> {
            throw new RejectedExecutionException("refused");
          });
    }
  },
  FORGETS {
    @Override
    ForkJoinPool create(int threads) {
      return new Pool(threads, task -> {});
    }
  },
  CANCELS {
    @Override
    ForkJoinPool create(int threads) {
      return new Pool(threads, task -> task.cancel(true));
    }
  },
  RUNS_AT_ONCE {
    @Override
    ForkJoinPool create(int threads) {
      return new Pool(threads, ForkJoinTask::invoke);
    }
  },
  RUNS_AND_REFUSES {
    @Override
    ForkJoinPool create(int threads) {
      return new Pool(
          threads,
          task -> {
            task.invoke();
            throw new RejectedExecutionException("refused");
          });
    }
  },
  FAILS_AFTER_A_TASK {
    @Override
    ForkJoinPool create(int threads) {
      ForkJoinPool helper = new ForkJoinPool(threads);
      AtomicInteger tasks = new AtomicInteger();
      return new Pool(
          threads,
          task -> {
            if (tasks.getAndIncrement() % 2 == 1) {
              throw new IllegalStateException("no more threads");
            }
            helper.execute(task);
          });
    }
  },
  HAS_NO_THREADS {
    @Override
    ForkJoinPool create(int threads) {
      return new ForkJoinPool(threads, pool -> null, null, false);
    }
  };

  abstract ForkJoinPool create(int threads);

  /** Gives each task to something else. */
  private static final class Pool extends ForkJoinPool {
    private final Consumer<ForkJoinTask<?>> fate;

    Pool(int threads, Consumer<ForkJoinTask<?>> fate) {
      super(threads);
      this.fate = fate;
    }

    @Override
    public void execute(ForkJoinTask<?> task) {
      fate.accept(task);
    }

    @Override
    public void execute(Runnable task) {
      fate.accept(ForkJoinTask.adapt(task));
    }
  }
}
