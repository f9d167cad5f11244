package io.github.dropblock.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.ForkResult;
import io.github.dropblock.benchmarks.run.Measurement;
import io.github.dropblock.benchmarks.run.Round;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final String SHAPE = "32,256,14,14";
  private static final Goals GOALS = new Goals(25, 1 << 25);

  @Test
  void aLineTellsRatioTimesFasterAndOutcome() {
    List<Line> lines =
        Lines.of(
            GOALS,
            List.of(
                fork(Group.MAIN, measured(Work.OUT, Setting.PAPER, 1.1)),
                fork(
                    Group.PEERS,
                    measured(Work.TORCHVISION, Setting.PAPER, 500),
                    measured(Work.CHANNELS_LAST, Setting.PAPER, 55))));
    assertEquals(50, lines.get(0).timesFaster(), 1e-9);
    String[] table = Table.of(lines).split("\n", -1);
    assertTrue(table[2].startsWith("| sample + apply into another tensor | 32,256,14,14 |"));
    assertTrue(table[2].contains(" 1.100 |"), table[2]);
    assertTrue(table[2].endsWith(" 50.0 | copies <= 1.200 | met (1.100) |"), table[2]);
  }

  @Test
  void columnsAreAligned() {
    List<Line> lines =
        Lines.of(
            GOALS,
            List.of(
                fork(
                    Group.MAIN,
                    measured(Work.OUT, Setting.PAPER, 12345),
                    measured(Work.IN_PLACE, Setting.PAPER, 0.5))));
    assertEquals(1, Table.of(lines).lines().mapToInt(String::length).distinct().count());
  }

  /** The ratio, and not the time: a burst of other work slows a row and its copy alike. */
  @Test
  void theRatioIsTheMedianOverTheRounds() {
    List<Round> rounds = List.of(new Round(10, 10), new Round(90, 30), new Round(20, 10));
    Row row = new Row(Work.OUT, SHAPE, Setting.PAPER);
    assertEquals(2, new Measurement(row, rounds, null).ratio());
    assertEquals(20, new Measurement(row, rounds, null).nanos());
  }

  @Test
  void ofBlockSizesTheSlowestIsShown() {
    List<Line> lines =
        Lines.of(
            GOALS,
            List.of(
                fork(
                    Group.BLOCKS,
                    measured(Work.OUT, new Setting(1, 0.5), 1.5),
                    measured(Work.OUT, new Setting(2, 0.5), 2.5),
                    measured(Work.OUT, new Setting(1, 0.9), 1.25),
                    measured(Work.OUT, new Setting(2, 0.9), 1.0))));
    assertEquals(List.of(2.5, 1.25), lines.stream().map(Line::ratio).toList());
  }

  private static ForkResult fork(Group group, Measurement... measurements) {
    return new ForkResult(group, "scalar", "", List.of(), Map.of(), List.of(measurements));
  }

  private static Measurement measured(Work work, Setting setting, double ratio) {
    return new Measurement(
        new Row(work, SHAPE, setting), List.of(new Round(ratio * 1000, 1000)), null);
  }
}
