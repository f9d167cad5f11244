package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.Allocation;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawing a mask anew allocates nothing, however it shares its bits and is normalized. */
@Tag("allocation")
class SampleIntoAllocationTest {
  private static final Shape SHAPE = Shape.nchw(8, 65, 14, 14);
  private static final int DRAWS = 50;

  /** Less than an object for each draw; the counting itself takes some. */
  private static final long MAX_BYTES = 8L * DRAWS;

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void nothingIsAllocated(Normalization normalization) {
    for (Regularizer each : MaskSetup.ofEachKind(.9, 5)) {
      Regularizer regularizer = each.withNormalization(normalization).withFill(Fill.gaussian(0, 1));
      DropMask mask = regularizer.sample(SHAPE, 0);
      Runnable draws = () -> draw(regularizer, mask);
      long bytes = Allocation.leastBytes(MAX_BYTES, draws);
      assertTrue(bytes <= MAX_BYTES, bytes + " bytes for " + DRAWS + " draws of " + regularizer);
    }
  }

  /** It has a fill and factors of its own, and a step after them. */
  @Test
  void alphaDropoutAllocatesNothing() {
    Tensor x = Tensor.zeros(SHAPE);
    for (Regularizer alpha : List.of(AlphaDropout.of(.9, 1), AlphaDropout.ofPlanes(.9, 1))) {
      DropMask mask = alpha.sample(SHAPE, 0);
      Runnable passes =
          () -> {
            draw(alpha, mask);
            mask.applyInPlace(x);
          };
      long bytes = Allocation.leastBytes(MAX_BYTES, passes);
      assertTrue(bytes <= MAX_BYTES, bytes + " bytes for " + DRAWS + " draws of " + alpha);
    }
  }

  private static void draw(Regularizer regularizer, DropMask mask) {
    for (int step = 1; step <= DRAWS; step++) {
      regularizer.sampleInto(mask, step, step);
    }
  }
}
