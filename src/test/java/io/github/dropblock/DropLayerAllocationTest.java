package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.random.GeometricTable;
import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passes into given tensors allocate nothing, but what a new keepProb needs. */
@Tag("allocation")
class DropLayerAllocationTest {
  private static final Shape SHAPE = Shape.nchw(4, 33, 7, 7);

  /** Large enough for the loops to be compiled within some calls. */
  private static final Shape LARGE = Shape.nchw(8, 64, 14, 14);

  private static final int PASSES = 50;

  /** Less than an object for each pass. */
  private static final long MAX_BYTES = 8L * PASSES;

  private static final List<Fill> FILLS =
      List.of(Fill.zero(), Fill.constant(2), Fill.gaussian(0, 1));

  private final Tensor x = Tensor.full(SHAPE, 1);
  private final Tensor out = Tensor.zeros(SHAPE);
  private final Tensor large = Tensor.full(LARGE, 1);
  private final Tensor largeOut = Tensor.zeros(LARGE);

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void aMaskIsAppliedWithoutAllocation(Normalization normalization) {
    for (Regularizer each : MaskSetup.ofEachKind(.8, 3)) {
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
    for (Regularizer regularizer : MaskSetup.ofEachKind(.8, 3)) {
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
   * A step needs some small objects and, where seeds are few, the table of gaps. The pattern of a
   * block alone would take twice as much as is left.
   */
  @ParameterizedTest
  @ValueSource(doubles = {.999, .5})
  void aNewKeepProbAllocatesItsTableAlone(double keepProb) {
    KeepProbSchedule schedule = KeepProbSchedule.linear(keepProb, keepProb - .01, 1_000_000);
    for (Regularizer regularizer :
        List.of(Dropout.of(.9, 7), SpatialDropout.of(.9, 7), DropBlock.of(.9, 3, 7))) {
      double seedProb = regularizer instanceof DropBlock d ? gamma(d, keepProb) : 1 - keepProb;
      long table = Allocation.bytes(() -> new GeometricTable(seedProb));
      DropLayer layer = DropLayer.of(regularizer, schedule);
      Runnable step =
          () -> {
            layer.forward(large, largeOut);
            layer.backward(large, largeOut);
          };
      long most = table + 1024;
      long bytes = Allocation.leastBytes(most, step);
      assertTrue(bytes <= most, bytes + " bytes, and " + table + " for the table: " + layer);
    }
  }

  private static double gamma(DropBlock dropBlock, double keepProb) {
    return dropBlock.withKeepProb(keepProb).gamma(LARGE);
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
  }
}
