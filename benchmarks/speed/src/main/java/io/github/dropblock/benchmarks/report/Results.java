package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.law.Comparison;
import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.run.ForkResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All of one run.
 *
 * @param date when it ended, in UTC
 * @param command that started it
 * @param seconds how long it took
 * @param smoke whether its times mean nothing
 * @param machine where
 * @param lines of the table
 * @param comparisons of what the implementations drop
 * @param forks the medians of each round of each row
 */
public record Results(
    String date,
    String command,
    long seconds,
    boolean smoke,
    Machine machine,
    List<Line> lines,
    List<Comparison> comparisons,
    List<ForkResult> forks) {
  /** Judges what was measured. */
  public static Results of(
      String command,
      long seconds,
      boolean smoke,
      List<ForkResult> forks,
      List<Comparison> comparisons) {
    Machine machine = Machine.current();
    Goals goals = new Goals(machine.javaVersion(), machine.cacheBytes());
    String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    List<Line> lines = Lines.of(goals, forks);
    if (smoke) {
      lines = lines.stream().map(Line::withoutOutcome).toList();
    }
    return new Results(date, command, seconds, smoke, machine, lines, comparisons, forks);
  }

  /** Whether each number can have been measured and each implementation drops what it should. */
  public boolean isSound() {
    return forks.stream()
            .flatMap(fork -> fork.measurements().stream())
            .allMatch(measurement -> measurement.isFinite())
        && comparisons.stream().allMatch(Comparison::holds);
  }

  /** The table with what one has to know to read it. */
  public String text() {
    return "```\n"
        + machine
        + "\n"
        + kernels()
        + "\n"
        + date
        + ", "
        + seconds
        + " s: "
        + command
        + "\n```\n\n"
        + (smoke ? "A smoke test: the times mean nothing.\n\n" : "")
        + Table.of(lines)
        + "\n"
        + outcome();
  }

  private String kernels() {
    return forks.stream()
        .collect(
            Collectors.groupingBy(
                ForkResult::kernels,
                TreeMap::new,
                Collectors.mapping(ForkResult::group, Collectors.toSet())))
        .entrySet()
        .stream()
        .map(entry -> "kernels " + entry.getKey() + ": " + names(entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String names(Set<Group> groups) {
    return groups.stream().sorted().map(Group::option).collect(Collectors.joining(", "));
  }

  private String outcome() {
    long met = lines.stream().filter(line -> Boolean.TRUE.equals(line.verdict().met())).count();
    long missed = lines.stream().filter(line -> Boolean.FALSE.equals(line.verdict().met())).count();
    long equal = comparisons.stream().filter(Comparison::holds).count();
    String targets = smoke ? "" : met + " targets met, " + missed + " missed. ";
    String laws = equal + " of " + comparisons.size() + " laws of what is dropped are right.";
    return (targets + (comparisons.isEmpty() ? "" : laws)).strip() + "\n";
  }
}
