package io.github.dropblock.benchmarks;

import io.github.dropblock.benchmarks.first.FirstCalls;
import io.github.dropblock.benchmarks.first.FirstRun;
import io.github.dropblock.benchmarks.law.Comparison;
import io.github.dropblock.benchmarks.law.LawMain;
import io.github.dropblock.benchmarks.plan.Fork;
import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Jvm;
import io.github.dropblock.benchmarks.report.Results;
import io.github.dropblock.benchmarks.run.ForkLauncher;
import io.github.dropblock.benchmarks.run.ForkResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * One run.
 *
 * @param groups what to measure
 * @param smoke whether to measure as little as shows that it works
 * @param command that the results tell
 * @param progress a line for each JVM that is started
 */
record Session(List<Group> groups, boolean smoke, String command, PrintWriter progress) {
  private static final int LAW_HEAP = 512;
  private static final double NANOS_PER_SECOND = 1e9;

  Results run() {
    long start = System.nanoTime();
    List<ForkResult> forks = new ArrayList<>();
    for (Group group : groups) {
      List<Fork> planned = smoke ? group.differentForks() : group.forks();
      for (int i = 0; i < planned.size(); i++) {
        tell(start, group.option() + " " + (i + 1) + " of " + planned.size());
        forks.add(ForkLauncher.measure(group, planned.get(i), smoke));
      }
    }
    List<Comparison> comparisons = List.of();
    if (groups.contains(Group.PEERS)) {
      tell(start, "what each implementation drops");
      comparisons = compare();
    }
    List<FirstCalls> firsts = List.of();
    if (groups.contains(Group.FIRST)) {
      tell(start, "first calls in fresh JVMs");
      firsts = FirstRun.measure(smoke);
    }
    return Results.of(
        command, seconds(start), smoke, new Results.Measured(forks, firsts, comparisons));
  }

  private static List<Comparison> compare() {
    List<String> options = Jvm.LIBTORCH.options(LAW_HEAP);
    return List.of(ForkLauncher.run(Comparison[].class, Jvm.LIBTORCH, options, LawMain.class));
  }

  private void tell(long start, String what) {
    progress.printf("%4d s  %s%n", seconds(start), what);
    progress.flush();
  }

  private static long seconds(long start) {
    return Math.round((System.nanoTime() - start) / NANOS_PER_SECOND);
  }
}
