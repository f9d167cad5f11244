package io.github.dropblock.reliability.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many calls of each entry point. */
@Command(
    name = "calls",
    description =
        "Calls each entry point many times on a small tensor; the heap, the classes, the threads"
            + " and the thread-locals must be as before, and sampleInto must not allocate.",
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class CallsCommand implements Callable<Integer> {
  /** Enough for the last compiler, without which a vector is an object. */
  private static final int WARM_UP = 20_000;

  /** Objects have at least 16 bytes, so one in 16 calls would show. */
  private static final double MAX_BYTES = 1;

  @Option(names = "--calls", defaultValue = "1000000", description = "Of each entry point.")
  private long calls;

  @Override
  public Integer call() {
    return Load.report(failures());
  }

  /** Returns what was wrong. */
  List<String> failures() {
    Map<String, LongConsumer> entryPoints = EntryPoints.all();
    Map<String, Double> bytes = new LinkedHashMap<>();
    entryPoints.forEach((name, call) -> bytes.put(name, bytesOfCall(call, WARM_UP)));
    Footprint before = Footprint.now();
    entryPoints.forEach((name, call) -> bytes.put(name, bytesOfCall(call, calls)));
    Footprint after = Footprint.now();
    bytes.forEach((name, each) -> System.out.printf("%-32s %,10.2f bytes a call%n", name, each));
    System.out.println("start: " + before);
    System.out.println("end:   " + after);
    System.out.printf("%d entry points, %,d calls each%n", bytes.size(), calls);
    List<String> failures = after.growthSince(before);
    bytes.forEach(
        (name, each) -> {
          if (name.startsWith(EntryPoints.SAMPLE_INTO) && each > MAX_BYTES) {
            failures.add(String.format("%s allocates %.2f bytes a call", name, each));
          }
        });
    return failures;
  }

  private static double bytesOfCall(LongConsumer call, long calls) {
    long bytes =
        Allocations.of(
            () -> {
              for (long i = 0; i < calls; i++) {
                call.accept(i);
              }
            });
    return (double) bytes / calls;
  }
}
