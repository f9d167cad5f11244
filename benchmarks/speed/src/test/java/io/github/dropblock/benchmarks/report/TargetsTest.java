package io.github.dropblock.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Shapes;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.Measurement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
  private static final Row OUT = new Row(Work.OUT, Shapes.MEDIUM, Setting.PAPER);
  private static final Targets JAVA_25 = new Targets(25, 1 << 25);
  private static final Targets JAVA_17 = new Targets(17, 1 << 25);

  @ParameterizedTest
  @CsvSource({
    "APPLY,7,1.10",
    "APPLY_IN_PLACE,7,1.15",
    "OUT,7,1.25",
    "IN_PLACE,7,1.40",
    "OUT,1,1.6",
    "LAYER,7,2.6",
    "LAYER_IN_PLACE,7,2.8"
  })
  void aTimeInLimitsIsMetUpToItsTargetAndOlderJavaMayTakeLonger(
      Work work, int blockSize, double limit) {
    Row row = new Row(work, Shapes.MEDIUM, new Setting(blockSize, 0.9));
    assertEquals(true, judge(JAVA_25, Group.MAIN, measured(row, limit)).met());
    assertEquals(false, judge(JAVA_25, Group.MAIN, measured(row, limit + 0.01)).met());
    assertEquals(true, judge(JAVA_17, Group.MAIN, measured(row, 1.3 * limit)).met());
    assertEquals(false, judge(JAVA_17, Group.MAIN, measured(row, 1.3 * limit + 0.01)).met());
  }

  @Test
  void theSmallestTensorMayTakeLonger() {
    Row small = new Row(Work.OUT, Shapes.SMALL, Setting.PAPER);
    Row smallest = new Row(Work.OUT, Shapes.SMALLEST, Setting.PAPER);
    assertEquals(false, judge(JAVA_25, Group.SMALL, measured(small, 2.6)).met());
    assertEquals(true, judge(JAVA_25, Group.SMALL, measured(smallest, 3.5)).met());
    assertEquals(false, judge(JAVA_25, Group.SMALL, measured(smallest, 3.6)).met());
  }

  @Test
  void blocksHaveTheTargetOfDropout() {
    assertEquals(true, judge(JAVA_25, Group.BLOCKS, measured(OUT, 1.6)).met());
    assertEquals(false, judge(JAVA_25, Group.BLOCKS, measured(OUT, 1.61)).met());
  }

  @ParameterizedTest
  @CsvSource({
    "BUFFER,APPLY,1.15,1.4", "BUFFER_IN_PLACE,APPLY_IN_PLACE,1.15,1.4",
    "SWAPPED,APPLY_IN_PLACE,2.0,2.6", "NHWC,APPLY_IN_PLACE,2.5,3.25"
  })
  void buffersAreComparedWithArraysOfTheSameForm(
      Work buffer, Work array, double limit25, double limit17) {
    Measurement arrays = measured(OUT.with(array), 2);
    Measurement met = measured(OUT.with(buffer), 2 * limit25 - 0.01);
    Measurement missed = measured(OUT.with(buffer), 2 * limit25 + 0.01);
    Measurement missedOn17 = measured(OUT.with(buffer), 2 * limit17 + 0.01);
    assertEquals(true, judge(JAVA_25, Group.BUFFERS, arrays, met).met());
    assertEquals(false, judge(JAVA_25, Group.BUFFERS, arrays, missed).met());
    assertEquals(true, judge(JAVA_17, Group.BUFFERS, arrays, missed).met());
    assertEquals(false, judge(JAVA_17, Group.BUFFERS, arrays, missedOn17).met());
  }

  @ParameterizedTest
  @CsvSource({
    "SHARED_ALL,1.1",
    "SHARED_CHANNELS,1.1",
    "SHARED_BATCH,1.1",
    "BY_PLANE,2.2",
    "NOISE,6"
  })
  void choicesAreComparedWithTheUnsharedMask(Work work, double limit) {
    Row apply = new Row(Work.APPLY, Shapes.MAPS_7, Setting.PAPER);
    Measurement unshared = measured(apply, 2);
    Measurement met = measured(apply.with(work), 2 * limit - 0.01);
    Measurement missed = measured(apply.with(work), 2 * limit + 0.01);
    assertEquals(true, judge(JAVA_25, Group.CHOICES, unshared, met).met());
    assertEquals(false, judge(JAVA_25, Group.CHOICES, unshared, missed).met());
  }

  @Test
  void normalizationByPlaneIsJudgedOnSmallMapsOnly() {
    Measurement unshared = measured(OUT.with(Work.APPLY), 1);
    Measurement byPlane = measured(OUT.with(Work.BY_PLANE), 9);
    assertEquals(Verdict.NONE, judge(JAVA_25, Group.CHOICES, unshared, byPlane));
  }

  @Test
  void twoThreadsAreJudgedWhereAProductGainsAsMuch() {
    Measurement one = measured(OUT, 2.4);
    Measurement two = measured(OUT.withThreads(2), 1.2);
    Row product = OUT.with(Work.PRODUCT);
    Measurement whole = measured(product, 1);
    Row halves = product.with(Work.PRODUCT_HALVES).withThreads(2);
    assertEquals(
        new Verdict("gain >= 1.600", 2.0, true),
        judge(JAVA_25, Group.THREADS, one, whole, measured(halves, 0.6), two));
    assertEquals(
        false,
        judge(JAVA_25, Group.THREADS, measured(OUT, 1.8), whole, measured(halves, 0.6), two).met());
    assertEquals(
        new Verdict("a product gains 1.250", 2.0, null),
        judge(JAVA_25, Group.THREADS, one, whole, measured(halves, 0.8), two));
  }

  @Test
  void scalarKernelsAreJudgedByCopies() {
    Measurement slow = new Measurement(OUT, 1, 1, 9, 9, 9, 3, Work.PRODUCT, 0);
    assertEquals(true, judge(JAVA_17, Group.SCALAR, slow).met());
    Measurement slower = new Measurement(OUT, 1, 1, 1, 1, 1, 3.1, Work.PRODUCT, 0);
    assertEquals(false, judge(JAVA_17, Group.SCALAR, slower).met());
  }

  @Test
  void theTimeOfAnElementIsJudgedAboveTheCaches() {
    Measurement small = measured(new Row(Work.OUT, "1,51,14,14", Setting.PAPER), 1);
    Measurement large = measured(new Row(Work.OUT, "797,64,14,14", Setting.PAPER), 1);
    Measurement huge = measured(new Row(Work.OUT, "7972,64,14,14", Setting.PAPER), 20);
    List<Measurement> fork = List.of(small, large, huge);
    assertEquals(null, JAVA_25.judge(Group.SCALING, small, fork).met());
    assertEquals(true, JAVA_25.judge(Group.SCALING, large, fork).met());
    assertEquals(false, JAVA_25.judge(Group.SCALING, huge, fork).met());
    Targets largeCache = new Targets(25, 300 << 20);
    assertEquals(null, largeCache.judge(Group.SCALING, huge, fork).met());
  }

  @Test
  void aCallMayAllocateNothingButTheTableOfANewKeepProb() {
    Row layer = OUT.with(Work.LAYER);
    assertEquals(true, JAVA_25.judgeBytes(Group.MAIN, allocated(OUT, 15)).met());
    assertEquals(false, JAVA_25.judgeBytes(Group.MAIN, allocated(OUT, 24)).met());
    assertEquals(true, JAVA_25.judgeBytes(Group.MAIN, allocated(layer, 24_576)).met());
    assertEquals(false, JAVA_25.judgeBytes(Group.MAIN, allocated(layer, 24_592)).met());
    Row peer = OUT.with(Work.TORCHVISION);
    assertEquals(Verdict.NONE, JAVA_25.judgeBytes(Group.PEERS, allocated(peer, 24)));
    assertEquals(
        Verdict.NONE,
        JAVA_25.judgeBytes(Group.THREADS, allocated(OUT.with(Work.PRODUCT_HALVES), 240)));
  }

  @Test
  void peersHaveNoTarget() {
    assertEquals(Verdict.NONE, judge(JAVA_25, Group.PEERS, measured(OUT, 1)));
  }

  /** Judges the last row of a JVM. */
  private static Verdict judge(Targets targets, Group group, Measurement... fork) {
    return targets.judge(group, fork[fork.length - 1], List.of(fork));
  }

  private static Measurement measured(Row row, double limits) {
    return new Measurement(row, limits, limits, limits, limits, limits, limits, Work.PRODUCT, 0);
  }

  private static Measurement allocated(Row row, double bytes) {
    return new Measurement(row, 1, 1, 1, 1, 1, 1, Work.PRODUCT, bytes);
  }
}
