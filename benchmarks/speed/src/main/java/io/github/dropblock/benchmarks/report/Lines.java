package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.run.ForkResult;
import io.github.dropblock.benchmarks.run.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what was measured into the lines of the main table. */
final class Lines {
  private record Asked(String shape, Setting setting) {
    static Asked by(Row row) {
      return new Asked(row.shape(), row.setting());
    }
  }

  private final Targets targets;
  private final Map<Asked, Double> bestLibtorch = new HashMap<>();

  private Lines(Targets targets, List<ForkResult> forks) {
    this.targets = targets;
    forks.stream().flatMap(fork -> fork.measurements().stream()).forEach(this::addPeer);
  }

  static List<Line> of(Targets targets, List<ForkResult> forks) {
    Lines lines = new Lines(targets, forks);
    return forks.stream()
        .filter(fork -> fork.group() != Group.CLIFF)
        .flatMap(fork -> lines.of(fork).stream())
        .toList();
  }

  private void addPeer(Measurement measurement) {
    Row row = measurement.row();
    if (row.work().isLibtorch()) {
      bestLibtorch.merge(Asked.by(row), measurement.copies(), Math::min);
    }
  }

  private List<Line> of(ForkResult fork) {
    Group group = fork.group();
    List<Line> lines = new ArrayList<>();
    for (Measurement measurement : fork.measurements()) {
      Verdict verdict = targets.judge(group, measurement, fork.measurements());
      Verdict bytes = targets.judgeBytes(group, measurement);
      lines.add(new Line(group, measurement, timesFaster(measurement), verdict, bytes));
    }
    return group == Group.BLOCKS ? slowestOfEachKeepProb(lines) : lines;
  }

  /**
   * By the ratios to the copies that each was measured with: the two may come from different JVMs,
   * and times of different JVMs do not compare as well. libtorch was measured on one thread.
   */
  private Double timesFaster(Measurement measurement) {
    Row row = measurement.row();
    Double best = bestLibtorch.get(Asked.by(row));
    if (best == null || row.threads() != 1 || !row.work().isWholeCall()) {
      return null;
    }
    return best / measurement.copies();
  }

  /** The JSON has them all. */
  private static List<Line> slowestOfEachKeepProb(List<Line> lines) {
    Map<Double, Line> slowest = new LinkedHashMap<>();
    for (Line line : lines) {
      double keepProb = line.measured().row().setting().keepProb();
      slowest.merge(
          keepProb, line, (a, b) -> a.measured().limits() >= b.measured().limits() ? a : b);
    }
    return List.copyOf(slowest.values());
  }
}
