package io.github.dropblock.benchmarks.run;

import io.github.dropblock.KernelInfo;
import io.github.dropblock.benchmarks.plan.Effort;
import io.github.dropblock.benchmarks.plan.Fork;
import io.github.dropblock.benchmarks.plan.Group;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/** The program of a JVM that measures: it finds its rows in the plan by group and number. */
final class ForkMain {
  private ForkMain() {}

  /**
   * Arguments: the group, the number of the fork, whether it is a smoke test, the result's file.
   */
  public static void main(String[] args) throws RunnerException {
    Group group = Group.valueOf(args[0]);
    Fork fork = group.forks().get(Integer.parseInt(args[1]));
    Effort effort = Boolean.parseBoolean(args[2]) ? Effort.SMOKE : fork.effort();
    var measurements = new Rounds(fork, effort).measure();
    KernelInfo kernels = KernelInfo.current();
    Json.write(
        Path.of(args[3]),
        new ForkResult(
            group,
            kernels.name(),
            kernels.reason(),
            fork.options(),
            fork.jvm().environment(),
            measurements));
    System.exit(0); // Whatever threads libtorch has.
  }
}
