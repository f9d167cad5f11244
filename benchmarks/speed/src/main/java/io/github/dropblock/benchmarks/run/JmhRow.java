package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Row;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one row with JMH inside this JVM.
 *
 * <p>JMH's own forks hold one row each, and so could not take a row and its limit by turns. What
 * they give, a fresh JVM for what belongs together, {@link ForkLauncher} does.
 */
final class JmhRow {
  private final Options options;
  private final Row row;

  JmhRow(Row row, int warmups, int iterations, int millis) {
    this.row = row;
    this.options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(row.work().benchmark()) + "$")
            .param("shape", row.shape())
            .param("blockSize", String.valueOf(row.setting().blockSize()))
            .param("keepProb", String.valueOf(row.setting().keepProb()))
            .param("threads", String.valueOf(row.threads()))
            .forks(0)
            .threads(1)
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .warmupIterations(warmups)
            .warmupTime(TimeValue.milliseconds(millis))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.milliseconds(millis))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
  }

  Visit visit() throws RunnerException {
    List<IterationResult> iterations = iterations(run());
    double nanos = Median.of(iterations.stream().mapToDouble(JmhRow::nanos));
    long calls = iterations.get(iterations.size() - 1).getMetadata().getAllOps();
    return new Visit(nanos, calls, Allocation.bytes());
  }

  private static double nanos(IterationResult iteration) {
    return iteration.getPrimaryResult().getScore();
  }

  private RunResult run() throws RunnerException {
    var results = new Runner(options).run();
    if (results.size() != 1) {
      throw new IllegalStateException("One benchmark must match " + row + ": " + results.size());
    }
    return results.iterator().next();
  }

  private static List<IterationResult> iterations(RunResult result) {
    return result.getBenchmarkResults().stream()
        .map(BenchmarkResult::getIterationResults)
        .flatMap(Collection::stream)
        .toList();
  }
}
