package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dropblock.Threads;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any thread may call. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CallerTest {
  private static final int CALLS = 8;

  private final Subject subject = new Subject();

  /** Each worker may wait for the others. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void workersOfTheSamePoolMayCall(int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      calls.add(pool.submit(() -> subject.check(Threads.of(pool))));
    }
    for (Future<?> call : calls) {
      call.get();
    }
    pool.shutdown();
  }

  @Test
  void aParallelStreamMayCall() {
    IntStream.range(0, CALLS).parallel().forEach(i -> subject.check(Threads.common()));
  }

  @Test
  void virtualThreadsMayCall() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Threads shared = i % 2 == 0 ? Threads.common() : Threads.of(pool);
      threads.add(startVirtual(noting(failure, () -> subject.check(shared))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertNull(failure.get());
    pool.shutdown();
  }

  private static Runnable noting(AtomicReference<Throwable> failure, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        failure.set(e);
      }
    };
  }

  /** From Java 21 on. */
  private static Thread startVirtual(Runnable work) throws ReflectiveOperationException {
    Method[] methods = Thread.class.getMethods();
    for (Method method : methods) {
      if (method.getName().equals("startVirtualThread")) {
        return (Thread) method.invoke(null, work);
      }
    }
    assumeTrue(false, "no virtual threads");
    return null;
  }
}
