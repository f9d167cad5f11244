package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Text of choices and configurations: what a user would type, and no names of private classes. */
class PrintedFormsTest {
  @Test
  void aFillPrintsTheCallThatMakesIt() {
    assertEquals("zero()", Fill.zero().toString());
    assertEquals("zero()", Fill.constant(0f).toString());
    assertEquals("constant(-0.0)", Fill.constant(-0f).toString());
    assertEquals("constant(0.5)", Fill.constant(0.5f).toString());
    assertEquals("constant(0.0, 0.25)", Fill.constant(0, 0.25f).toString());
    assertEquals("constant(0.5)", Fill.constant(0.5f, -0f).toString());
    assertEquals("perChannel(0.5, -1.0)", Fill.perChannel(0.5f, -1).toString());
    assertEquals("gaussian(0.0, 1.0)", Fill.gaussian(0, 1).toString());
    assertEquals("gaussian(0.0, 1.0, -2.0, 3.0)", Fill.gaussian(0, 1, -2, 3).toString());
    assertEquals("uniform(-1.0, 2.0)", Fill.uniform(-1, 2).toString());
  }

  @Test
  void threadsPrintTheCallThatMakesThem() {
    assertEquals("none()", Threads.none().toString());
    assertEquals("common()", Threads.common().toString());
    ForkJoinPool pool = new ForkJoinPool(3);
    try {
      assertEquals("of(new ForkJoinPool(3))", Threads.of(pool).toString());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aDropBlockPrintsItsWholeConfigurationButThreads() {
    DropBlock dropBlock =
        DropBlock.builder().fill(Fill.constant(2)).threads(Threads.none()).seed(42).build();
    assertEquals(
        "DropBlock[keepProb=0.9, blockSize=square(7), seedRegion=VALID, gammaRule=PAPER,"
            + " gammaScale=1.0, sharing=NONE, normalization=TENSOR, fill=constant(2.0), seed=42]",
        dropBlock.toString());
  }

  @Test
  void otherRegularizersPrintTheirWholeConfiguration() {
    String common = "normalization=EXPECTED, fill=zero(), seed=1]";
    assertEquals("Dropout[keepProb=0.5, sharing=NONE, " + common, Dropout.of(.5, 1).toString());
    assertEquals(
        "SpatialDropout[keepProb=0.5, sharing=BATCH, " + common,
        SpatialDropout.of(.5, 1).withSharing(MaskSharing.BATCH).toString());
    assertEquals(
        "AlphaDropout[keepProb=0.5, perPlane=false, normalization=EXPECTED,"
            + " fill=constant(-1.7580993), seed=1]",
        AlphaDropout.of(.5, 1).toString());
    assertEquals("DropPath[keepProb=0.5, perBatch=false, " + common, DropPath.of(.5, 1).toString());
    assertEquals(
        "Cutout[holes=2, size=of(3, 5), normalization=NONE, fill=zero(), seed=1]",
        Cutout.of(2, BlockSize.of(3, 5), 1).toString());
    assertEquals(
        "Patches[keepProb=0.5, cell=square(16), exact=true, sharing=CHANNELS, normalization=NONE,"
            + " fill=zero(), seed=1]",
        Patches.exactly(16, .5, 1).toString());
    assertEquals(
        "GridMask[minPeriod=24, maxPeriod=60, holeRatio=0.4, probability=1.0, inverse=false,"
            + " sharing=CHANNELS, normalization=NONE, fill=zero(), seed=1]",
        GridMask.of(24, 60, .4, 1).toString());
  }

  @Test
  void aLayerPrintsTheScheduleAsItWasTyped() {
    DropBlock dropBlock = DropBlock.builder().seed(1).build();
    DropLayer layer = DropLayer.of(dropBlock, KeepProbSchedule.linear(1, .9, 10));
    assertEquals(
        "DropLayer["
            + dropBlock
            + ", linear(1.0, 0.9, 10), LayerState[seed=1, step=0, use=0, draw=0, told=false]]",
        layer.toString());
  }
}
