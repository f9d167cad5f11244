package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults found in other implementations, each with the test that it does not occur here. */
class DropBlockPeerFaultsTest {
  private static final Shape BEST_KNOWN = Shape.nchw(1, 1, 14, 14);

  /** With the gamma of equation 1, dropping all drops .55 of a 14 x 14 map. */
  @Test
  void overlapLowersTheRateUnreported() {
    DropBlock paper = MaskCase.of(BEST_KNOWN, 7, 0, GammaRule.PAPER, 1).dropBlock();
    assertEquals(.55, 1 - paper.expectedKeptFraction(BEST_KNOWN), .005);
    DropBlock exact = MaskCase.of(BEST_KNOWN, 7, 0, GammaRule.EXACT, 1).dropBlock();
    assertEquals(0, exact.sample(BEST_KNOWN, 0).keptCount());
    assertEquals(0, exact.expectedKeptFraction(BEST_KNOWN));
  }

  /** Equation 1 presumes seeds of the valid region; on the whole map it drops .93 instead of .1. */
  @Test
  void equationOneWithSeedsOfTheWholeMap() {
    Shape shape = Shape.nchw(1, 1, 7, 7);
    DropBlock defaults = DropBlock.builder().build();
    assertEquals(.9, defaults.expectedKeptFraction(shape), 1e-15);
    for (SeedRegion region : SeedRegion.values()) {
      MaskCase exact = MaskCase.of(shape, 7, .9, GammaRule.EXACT, 1).in(region);
      assertEquals(.9, exact.dropBlock().expectedKeptFraction(shape), 1e-14);
    }
  }

  /**
   * Seeds of the valid region spare the border; that is the paper's law, to be met exactly. A
   * region that covers all positions alike has no such bias. False-alarm rate: 1e-4.
   */
  @Test
  void borderBias() {
    Shape shape = Shape.nchw(400, 64, 14, 14);
    int[] drops = MaskData.dropsOfEachPosition(MaskCase.of(shape, 7, .9, 1).mask());
    double[] probabilities = {.00625, .2645};
    int[] cornerAndCenter = {drops[0], drops[7 * 14 + 7]};
    Significance.assertBinomials(probabilities, cornerAndCenter, shape.planes());
    MaskCase extended = MaskCase.of(shape, 7, .9, GammaRule.EXACT, 1).in(SeedRegion.EXTENDED);
    int[] even = MaskData.dropsOfEachPosition(extended.mask());
    double[] alike = DoubleStream.generate(() -> .1).limit(196).toArray();
    Significance.assertBinomials(alike, even, shape.planes());
  }

  /** What is dropped of a sample must not depend on its batch mates. */
  @Test
  void batchMatesDoNotChangeASamplesMask() {
    DropBlock dropBlock = DropBlock.builder().seed(1).build();
    Shape shape = Shape.nchw(1, 65, 14, 14);
    float[] alone = MaskData.dropped(dropBlock.sample(shape, 0));
    float[] inBatch = MaskData.samples(dropBlock.sample(shape.withN(32), 0), 0, 1);
    assertArrayEquals(alone, inBatch);
  }

  /** Of the normalizations, only that of the whole tensor ties a sample to its batch mates. */
  @ParameterizedTest
  @EnumSource(names = {"SAMPLE", "PLANE", "EXPECTED", "NONE"})
  void batchMatesDoNotChangeASamplesOutput(Normalization normalization) {
    DropBlock dropBlock = DropBlock.builder().normalization(normalization).seed(1).build();
    Shape shape = Shape.nchw(32, 65, 14, 14);
    Tensor batch = MaskCase.of(shape, 7, .9, 1).integers();
    Tensor together = dropBlock.sample(shape, 0).apply(batch);
    for (int n : new int[] {0, 1, 31}) {
      Tensor sample = batch.slice(n, 1).copy();
      Tensor alone = dropBlock.sample(shape.withN(1), 0, n).apply(sample);
      assertEquals(together.slice(n, 1).copy(), alone);
    }
  }

  /** The paper's normalizer does; whoever wants it over several workers gives them the total. */
  @Test
  void theWholeTensorsNormalizerIsAChoice() {
    DropBlock paper = DropBlock.builder().seed(1).build();
    Shape shape = Shape.nchw(4, 3, 14, 14);
    DropMask whole = paper.sample(shape, 0);
    DropMask part = paper.sample(shape.withN(1), 0, 2);
    assertNotEquals(whole.scale(), part.scale());
    assertEquals(whole.scale(), part.withTotals(whole.keptCount(), shape.size()).scale());
  }

  /** 0 / 0 where nothing is kept, and NaN * 0 where a position is dropped. */
  @Test
  void everythingDroppedGivesZeros() {
    Tensor x = Tensor.full(BEST_KNOWN, Float.NaN);
    DropMask mask = MaskCase.of(BEST_KNOWN, 14, 0, 1).mask();
    assertEquals(0f, mask.scale());
    assertEquals(Tensor.zeros(BEST_KNOWN), mask.apply(x));
    assertEquals(Tensor.zeros(BEST_KNOWN), mask.backward(x));
  }

  /** A run that is resumed draws what an uninterrupted one draws, evaluations or not. */
  @Test
  void schedulesKeepTheirPosition() {
    Shape shape = Shape.nchw(2, 65, 14, 14);
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 10);
    DropBlock running = DropBlock.builder().seed(7).build();
    for (long step = 0; step < 10; step++) {
      DropMask mask = running.withKeepProb(schedule.at(step)).sample(shape, step);
      DropBlock resumed = DropBlock.builder().seed(7).keepProb(schedule.at(step)).build();
      assertEquals(mask.toTensor(), resumed.sample(shape, step).toTensor());
    }
  }

  /** A layer that is saved and restored goes on as if nothing had happened. */
  @Test
  void aLayerKeepsItsPlaceOnResume() {
    Tensor x = Tensor.full(Shape.nchw(2, 65, 14, 14), 1);
    DropLayer uninterrupted = layer(7);
    DropLayer first = layer(7);
    for (int step = 0; step < 5; step++) {
      assertEquals(uninterrupted.forward(x), first.forward(x));
      uninterrupted.nextStep();
      first.nextStep();
    }
    byte[] saved = first.state().toBytes();
    // Another process, and a layer whose own seed is another.
    DropLayer resumed = layer(8).restore(LayerState.fromBytes(saved));
    for (int step = 5; step < 10; step++) {
      assertEquals(step, resumed.step());
      assertEquals(uninterrupted.forward(x), resumed.forward(x));
      uninterrupted.nextStep();
      resumed.nextStep();
    }
  }

  private static DropLayer layer(long seed) {
    DropBlock dropBlock = DropBlock.builder().seed(seed).build();
    return DropLayer.of(dropBlock, KeepProbSchedule.linear(1, .5, 10));
  }

  /** Neither the step nor the number of a use moves, with or without dropping at inference. */
  @Test
  void evaluationDoesNotAdvanceTheSchedule() {
    Tensor x = Tensor.full(Shape.nchw(2, 65, 14, 14), 1);
    DropLayer evaluated = layer(7).step(5);
    DropLayer expected = layer(7).step(5);
    assertEquals(expected.forward(x), evaluated.forward(x));
    for (int batch = 0; batch < 10; batch++) {
      assertEquals(x, evaluated.eval().forward(x));
      assertNotEquals(x, evaluated.enableAtInference().forward(x));
      evaluated.disableAtInference();
    }
    assertEquals(5, evaluated.step());
    assertEquals(expected.forward(x), evaluated.train().forward(x));
    assertEquals(expected.nextStep().forward(x), evaluated.nextStep().forward(x));
  }

  /** Sampling takes the mask's bit for each element and little more; a float mask takes 32. */
  @Test
  void fullSizeFloatMasks() {
    Shape shape = Shape.nchw(32, 256, 14, 14);
    DropBlock dropBlock = DropBlock.builder().seed(1).build();
    // The mask is 1/8 of a byte an element; the rest is room for small buffers.
    long most = shape.size() / 4;
    long bytes =
        Allocation.leastBytes(most, () -> assertTrue(dropBlock.sample(shape, 1).keptCount() > 0));
    assertTrue(bytes <= most, () -> bytes + " bytes for " + shape.size() + " elements");
  }
}
