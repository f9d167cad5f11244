package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.first.FirstCalls;
import io.github.dropblock.benchmarks.law.Comparison;
import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Jvm;
import io.github.dropblock.benchmarks.run.ForkResult;
import io.github.dropblock.benchmarks.run.Measurement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of one run.
 *
 * @param date when it ended, in UTC
 * @param command that started it
 * @param seconds how long it took
 * @param smoke whether its times mean nothing
 * @param machine where
 * @param lines of the main table
 * @param firsts the first calls in fresh JVMs
 * @param cliffs the spread of each hot loop over fresh JVMs
 * @param comparisons of what the implementations drop
 * @param forks what each JVM measured
 */
public record Results(
    String date,
    String command,
    long seconds,
    boolean smoke,
    Machine machine,
    List<Line> lines,
    List<FirstLine> firsts,
    List<Cliff> cliffs,
    List<Comparison> comparisons,
    List<ForkResult> forks) {
  /**
   * What was measured.
   *
   * @param forks what each JVM measured
   * @param firsts the first calls in fresh JVMs
   * @param comparisons of what the implementations drop
   */
  public record Measured(
      List<ForkResult> forks, List<FirstCalls> firsts, List<Comparison> comparisons) {}

  /** Judges what was measured. */
  public static Results of(String command, long seconds, boolean smoke, Measured measured) {
    Machine machine = Machine.current();
    int java = machine.javaVersion();
    List<Line> lines = Lines.of(new Targets(java, machine.cacheBytes()), measured.forks());
    List<FirstLine> firsts =
        measured.firsts().stream().map(calls -> FirstLine.of(calls, java)).toList();
    List<Cliff> cliffs = Cliff.of(measured.forks());
    return new Results(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        command,
        seconds,
        smoke,
        machine,
        smoke ? lines.stream().map(Line::withoutOutcome).toList() : lines,
        smoke ? firsts.stream().map(FirstLine::withoutOutcome).toList() : firsts,
        smoke ? cliffs.stream().map(Cliff::withoutOutcome).toList() : cliffs,
        measured.comparisons(),
        measured.forks());
  }

  /** Returns whether each number is plausible and each implementation drops what it should. */
  public boolean isSound() {
    return forks.stream()
            .flatMap(fork -> fork.measurements().stream())
            .allMatch(Measurement::isFinite)
        && comparisons.stream().allMatch(Comparison::holds);
  }

  /** Returns the tables with what one has to know to read them. */
  public String text() {
    return "```\n"
        + machine
        + "\ncollector "
        + Jvm.COLLECTOR
        + "\n"
        + kernels()
        + date
        + ", "
        + seconds
        + " s: "
        + command
        + "\n```\n\n"
        + (smoke ? "A smoke test: the times mean nothing.\n\n" : "")
        + Tables.of(lines, firsts, cliffs)
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
        .map(entry -> "kernels " + entry.getKey() + ": " + names(entry.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String names(Set<Group> groups) {
    return groups.stream().sorted().map(Group::option).collect(Collectors.joining(", "));
  }

  private String outcome() {
    String targets = smoke ? "" : count(true) + " targets met, " + count(false) + " missed. ";
    long equal = comparisons.stream().filter(Comparison::holds).count();
    String laws = equal + " of " + comparisons.size() + " laws of what is dropped are right.";
    return (targets + (comparisons.isEmpty() ? "" : laws)).strip() + "\n";
  }

  private long count(boolean met) {
    return Stream.of(
            lines.stream().map(Line::verdict),
            lines.stream().map(Line::bytes),
            firsts.stream().map(FirstLine::verdict),
            cliffs.stream().map(Cliff::verdict))
        .flatMap(verdicts -> verdicts)
        .filter(verdict -> verdict.met() != null && verdict.met() == met)
        .count();
  }
}
