package io.github.dropblock.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.Measurement;
import io.github.dropblock.benchmarks.run.Round;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {
  private static final String SHAPE = "32,256,14,14";
  private static final Row OUT = new Row(Work.OUT, SHAPE, Setting.PAPER);
  private static final Goals JAVA_25 = new Goals(25, 1 << 25);
  private static final Goals JAVA_17 = new Goals(17, 1 << 25);

  @Test
  void aRatioIsMetUpToItsLimit() {
    assertEquals(true, judge(JAVA_25, Group.MAIN, measured(OUT, 1.2)).met());
    assertEquals(false, judge(JAVA_25, Group.MAIN, measured(OUT, 1.21)).met());
    assertEquals(false, judge(JAVA_25, Group.MAIN, measured(OUT.with(Work.IN_PLACE), 0.91)).met());
    assertEquals(true, judge(JAVA_25, Group.SMALL, measured(OUT, 2.5)).met());
    assertEquals(true, judge(JAVA_25, Group.BLOCKS, measured(OUT, 2.0)).met());
  }

  @Test
  void olderJavaMayTakeLonger() {
    assertEquals(true, judge(JAVA_17, Group.MAIN, measured(OUT, 1.55)).met());
    assertEquals(false, judge(JAVA_17, Group.MAIN, measured(OUT, 1.57)).met());
    assertEquals(false, judge(JAVA_17, Group.SCALAR, measured(OUT, 3.1)).met());
  }

  @Test
  void twoThreadsGain() {
    Measurement two = measured(OUT.withThreads(2), 1.2);
    List<Measurement> computing = List.of(measured(OUT, 2.4), halves(0.9), two);
    assertEquals(new Verdict("gain >= 1.600", 2.0, true), judge(JAVA_25, computing, two));
    List<Measurement> copyGains = List.of(measured(OUT, 1.32), halves(0.6), two);
    assertEquals(false, judge(JAVA_25, copyGains, two).met());
    List<Measurement> memoryBound = List.of(measured(OUT, 1.32), halves(0.9), two);
    assertEquals(Verdict.notJudged("memory-bound"), judge(JAVA_25, memoryBound, two));
  }

  @Test
  void buffersStandBesideArrays() {
    Measurement arrays = measured(OUT.with(Work.APPLY), 1.0);
    Measurement buffers = measured(OUT.with(Work.BUFFER), 1.6);
    Verdict verdict = JAVA_25.judge(Group.BUFFERS, buffers, List.of(arrays, buffers));
    assertEquals(new Verdict("arrays <= 1.500", 1.6, false), verdict);
    assertEquals(Verdict.NONE, JAVA_25.judge(Group.BUFFERS, arrays, List.of(arrays, buffers)));
  }

  @Test
  void timeAnElementIsJudgedAboveTheCaches() {
    Measurement small = measured(new Row(Work.OUT, "1,51,14,14", Setting.PAPER), 1);
    Measurement large = measured(new Row(Work.OUT, "797,64,14,14", Setting.PAPER), 1);
    Measurement huge = measured(new Row(Work.OUT, "7972,64,14,14", Setting.PAPER), 20);
    List<Measurement> fork = List.of(small, large, huge);
    assertEquals(null, JAVA_25.judge(Group.SCALING, small, fork).met());
    assertEquals(true, JAVA_25.judge(Group.SCALING, large, fork).met());
    assertEquals(false, JAVA_25.judge(Group.SCALING, huge, fork).met());
  }

  @Test
  void bytesAreCounted() {
    Row mask = OUT.with(Work.NEW_MASK);
    long held = OUT.size() / 8 + 1024;
    assertEquals(true, judge(JAVA_25, Group.ALLOCATION, allocated(OUT, 15)).met());
    assertEquals(false, judge(JAVA_25, Group.ALLOCATION, allocated(OUT, 24)).met());
    assertEquals(true, judge(JAVA_25, Group.ALLOCATION, allocated(mask, held)).met());
    assertEquals(false, judge(JAVA_25, Group.ALLOCATION, allocated(mask, held + 8)).met());
  }

  @Test
  void peersHaveNoTarget() {
    assertEquals(Verdict.NONE, judge(JAVA_25, Group.PEERS, measured(OUT, 1)));
  }

  private static Verdict judge(Goals goals, Group group, Measurement measurement) {
    return goals.judge(group, measurement, List.of(measurement));
  }

  private static Verdict judge(Goals goals, List<Measurement> fork, Measurement two) {
    return goals.judge(Group.THREADS, two, fork);
  }

  private static Measurement halves(double ratio) {
    return measured(Row.copy(SHAPE).with(Work.COPY_HALVES).withThreads(2), ratio);
  }

  private static Measurement measured(Row row, double ratio) {
    return new Measurement(row, List.of(new Round(ratio, 1)), null);
  }

  private static Measurement allocated(Row row, double bytes) {
    return new Measurement(row, List.of(new Round(1, 1)), bytes);
  }
}
