package io.github.dropblock.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.benchmarks.first.FirstCalls;
import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Shapes;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.ForkResult;
import io.github.dropblock.benchmarks.run.Measurement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final Targets TARGETS = new Targets(25, 1 << 25);

  @Test
  void aLineTellsLimitsCopiesTimesFasterBytesAndOutcome() {
    List<Line> lines =
        Lines.of(
            TARGETS,
            List.of(
                fork(Group.MAIN, measured(Work.OUT, Setting.PAPER, 1.1, 24)),
                fork(
                    Group.PEERS,
                    measured(Work.TORCHVISION, Setting.PAPER, 500, 0),
                    measured(Work.CHANNELS_LAST, Setting.PAPER, 55, 0))));
    // The copy takes twice the limit.
    assertEquals(50, lines.get(0).timesFaster(), 1e-9);
    String[] table = Tables.of(lines, List.of(), List.of()).split("\n", -1);
    assertTrue(table[2].startsWith("| sample + apply "), table[2]);
    assertTrue(table[2].contains(" | 32,256,14,14 | b 7, keepProb 0.90 | "), table[2]);
    assertTrue(table[2].contains(" 1.100 |  0.550 | "), table[2]);
    assertTrue(
        table[2].endsWith(" 50.0 |    MISSED 24 | limits <= 1.250 | met (1.100) |"), table[2]);
  }

  @Test
  void columnsAreAligned() {
    List<Line> lines =
        Lines.of(
            TARGETS,
            List.of(
                fork(
                    Group.MAIN,
                    measured(Work.OUT, Setting.PAPER, 12345, 0),
                    measured(Work.IN_PLACE, Setting.PAPER, 0.5, 1e6))));
    String table = Tables.of(lines, List.of(), List.of()).strip();
    assertEquals(1, table.lines().mapToInt(String::length).distinct().count());
  }

  @Test
  void ofBlockSizesTheSlowestIsShown() {
    List<Line> lines =
        Lines.of(
            TARGETS,
            List.of(
                fork(
                    Group.BLOCKS,
                    measured(Work.OUT, new Setting(1, 0.5), 1.5, 0),
                    measured(Work.OUT, new Setting(2, 0.5), 2.5, 0),
                    measured(Work.OUT, new Setting(1, 0.9), 1.25, 0),
                    measured(Work.OUT, new Setting(2, 0.9), 1.0, 0))));
    assertEquals(List.of(2.5, 1.25), lines.stream().map(line -> line.measured().limits()).toList());
  }

  @Test
  void theSlowestJvmIsComparedWithTheMedianOfAll() {
    List<ForkResult> forks =
        List.of(
            fork(Group.CLIFF, measured(Work.APPLY, Setting.PAPER, 2, 0)),
            fork(Group.CLIFF, measured(Work.APPLY, Setting.PAPER, 1, 0)),
            fork(Group.CLIFF, measured(Work.APPLY, Setting.PAPER, 1, 0)));
    List<Cliff> cliffs = Cliff.of(forks);
    assertEquals(1, cliffs.size());
    assertEquals(3, cliffs.get(0).jvms());
    assertEquals(new Verdict("slowest / median <= 1.500", 2.0, false), cliffs.get(0).verdict());
    assertEquals(1000.0 / (32 * 256 * 14 * 14), cliffs.get(0).nanosPerElement(), 1e-12);
    assertEquals(List.of(), Lines.of(TARGETS, forks));
  }

  @Test
  void theFirstMaskIsJudgedBeyondAnEmptyJvmWithoutAnArchive() {
    assertEquals(true, first("vector", "", 440, 25).met());
    assertEquals(false, first("vector", "", 460, 25).met());
    assertEquals(true, first("vector", "", 550, 17).met());
    assertEquals(false, first("scalar", "", 260, 25).met());
    assertEquals(Verdict.NONE, first("vector", "with an archive", 900, 25));
  }

  /** Of an empty JVM that takes 100 ms. */
  private static Verdict first(String kernels, String sharing, double mask, int javaVersion) {
    FirstCalls calls = new FirstCalls(kernels, sharing, 9, 100, mask, 900, 2000, 50, 400);
    return FirstLine.of(calls, javaVersion).verdict();
  }

  private static ForkResult fork(Group group, Measurement... measurements) {
    return new ForkResult(group, "scalar", "", List.of(), Map.of(), List.of(measurements));
  }

  private static Measurement measured(Work work, Setting setting, double limits, double bytes) {
    Row row = new Row(work, Shapes.MEDIUM, setting);
    return new Measurement(
        row, limits * 2000, limits * 1000, limits, limits, limits, limits / 2, Work.PRODUCT, bytes);
  }
}
