package io.github.dropblock.reliability.load;

import io.github.dropblock.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many threads on one regularizer. */
@Command(
    name = "threads",
    description =
        "Many threads use one regularizer, in each way, on mixed shapes and steps; each result is"
            + " compared with the one that a single thread gave.",
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class ThreadsCommand implements Callable<Integer> {
  /** Until then all classes are loaded and all tables are there. */
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  @Option(names = "--threads", defaultValue = "64", description = "How many.")
  private int threads;

  @Option(names = "--duration", defaultValue = "PT10M", description = "How long, as in PT10M.")
  private Duration duration;

  @Option(names = "--seed", defaultValue = "1", description = "Of the masks and the choices.")
  private long seed;

  @Override
  public Integer call() throws InterruptedException {
    return Load.report(failures());
  }

  /** Returns what was wrong. */
  List<String> failures() throws InterruptedException {
    ExpectedResults expected = new ExpectedResults(seed);
    ConcurrentCallers callers =
        new ConcurrentCallers(expected, ExpectedResults.regularizer(seed, Threads.common()));
    // Printing alone loads 90 classes, which must not count as growth.
    System.out.println("idle:  " + Footprint.now());
    callers.callAtRandom(threads, WARM_UP, seed);
    Footprint before = Footprint.now();
    System.out.println("start: " + before);
    callers.callAtRandom(threads, duration, seed + 1);
    Footprint after = Footprint.now();
    System.out.println("end:   " + after);
    System.out.printf("%d threads, %s: %,d calls%n", threads, duration, callers.calls());
    List<String> failures = after.growthSince(before);
    if (callers.failures() > 0) {
      failures.add(callers.failures() + " results differ from those of one thread");
    }
    return failures;
  }
}
