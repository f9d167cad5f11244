package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Passes into given tensors allocate nothing, but what a new keepProb needs. */
@Tag("allocation")
class DropLayerAllocationTest {
  private static final Shape SHAPE = Shape.nchw(4, 33, 7, 7);
  private static final int PASSES = 50;

  /** Less than an object for each pass. */
  private static final long MAX_BYTES = 8L * PASSES;

  private static final List<Fill> FILLS =
      List.of(Fill.zero(), Fill.constant(2), Fill.gaussian(0, 1));

  private final Tensor x = Tensor.full(SHAPE, 1);
  private final Tensor out = Tensor.zeros(SHAPE);

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void aMaskIsAppliedWithoutAllocation(Normalization normalization) {
    for (Regularizer each : MaskSetup.ofEachGranularity(.8, 3)) {
      for (Fill fill : FILLS) {
        Regularizer regularizer = each.withNormalization(normalization).withFill(fill);
        DropMask mask = regularizer.sample(SHAPE, 0);
        assertNothing(
            regularizer,
            () -> {
              mask.apply(x, out);
              mask.applyInPlace(out);
              mask.backward(x, out);
              mask.backwardInPlace(out);
              mask.select(x, x, out);
            });
      }
    }
  }

  @Test
  void aLayerPassesWithoutAllocation() {
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.8, 3)) {
      DropLayer layer = DropLayer.of(regularizer);
      assertNothing(regularizer, () -> pass(layer));
    }
  }

  private void pass(DropLayer layer) {
    layer.forward(x, out);
    layer.backward(x, out);
    layer.forwardInPlace(out);
    layer.backwardInPlace(out);
  }

  /**
   * A table of gaps has 8 bytes for each gap, of which a keepProb near 1 needs the most, and 2 for
   * each bucket of its guide. Everything else together takes less than a geometry or a pattern.
   */
  @Test
  void aNewKeepProbAllocatesItsTableAlone() {
    long table = 8 * 1025 + 2 * 16_384;
    long rest = 2_048;
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.8, 3)) {
      if (regularizer instanceof KeepProbRegularizer) {
        DropLayer layer = DropLayer.of(regularizer, KeepProbSchedule.linear(.999, .9, 1_000_000));
        long bytes = Allocation.leastBytes(4 * (table + rest), () -> pass(layer));
        assertTrue(bytes <= 2 * (table + rest), bytes + " bytes for two steps of " + layer);
      }
    }
  }

  private static void assertNothing(Object what, Runnable passes) {
    Runnable many =
        () -> {
          for (int i = 0; i < PASSES; i++) {
            passes.run();
          }
        };
    long bytes = Allocation.leastBytes(MAX_BYTES, many);
    assertTrue(bytes <= MAX_BYTES, bytes + " bytes for " + PASSES + " passes of " + what);
    assertEquals(0, bytes % 8);
  }
}
