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

/** Turns what was measured into the lines of the table. */
final class Lines {
  private record Asked(String shape, Setting setting) {
    static Asked by(Row row) {
      return new Asked(row.shape(), row.setting());
    }
  }

  private final Goals goals;
  private final Map<Asked, Double> bestLibtorch = new HashMap<>();

  private Lines(Goals goals, List<ForkResult> forks) {
    this.goals = goals;
    forks.stream().flatMap(fork -> fork.measurements().stream()).forEach(this::addPeer);
  }

  static List<Line> of(Goals goals, List<ForkResult> forks) {
    Lines lines = new Lines(goals, forks);
    return forks.stream().flatMap(fork -> lines.of(fork).stream()).toList();
  }

  private void addPeer(Measurement measurement) {
    Row row = measurement.row();
    if (row.work().isLibtorch()) {
      bestLibtorch.merge(Asked.by(row), measurement.ratio(), Math::min);
    }
  }

  private List<Line> of(ForkResult fork) {
    List<Line> lines = new ArrayList<>();
    for (Measurement measurement : fork.measurements()) {
      Verdict verdict = goals.judge(fork.group(), measurement, fork.measurements());
      lines.add(Line.of(fork.group(), measurement, timesFaster(measurement), verdict));
    }
    return fork.group() == Group.BLOCKS ? worstOfEachKeepProb(lines) : lines;
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
    return best / measurement.ratio();
  }

  /** The JSON has them all. */
  private static List<Line> worstOfEachKeepProb(List<Line> lines) {
    Map<Double, Line> worst = new LinkedHashMap<>();
    for (Line line : lines) {
      worst.merge(line.row().setting().keepProb(), line, (a, b) -> a.ratio() >= b.ratio() ? a : b);
    }
    return List.copyOf(worst.values());
  }
}
