package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With DropPath, a caller needs to compute only the branches of kept samples. */
class KeptBranchesTest {
  private static final Shape SHAPE = Shape.nchw(16, 3, 4, 5);

  /** A branch that costs time: each output of a sample depends on the sample alone. */
  private static void branch(Tensor x, Tensor out, int n) {
    float[] from = x.slice(n, 1).copy().data();
    Tensor to = out.slice(n, 1);
    for (int i = 0; i < from.length; i++) {
      to.data()[to.offset() + i] = from[i] * from[(i + 7) % from.length] - 0.25f;
    }
  }

  @Test
  void computingOnlyKeptSamplesGivesTheSameResult() {
    Tensor x = MaskSetup.of(DropPath.of(1, 1), SHAPE).input();
    for (DropPath path :
        List.of(DropPath.of(.5, 1), DropPath.of(.9, 2), DropPath.of(0, 3), DropPath.of(1, 4))) {
      for (Normalization normalization : Normalization.values()) {
        DropMask mask = path.withNormalization(normalization).sample(SHAPE, 6);
        Tensor all = Tensor.zeros(SHAPE);
        for (int n = 0; n < SHAPE.n(); n++) {
          branch(x, all, n);
        }
        // What nobody computed may hold anything.
        Tensor some = Tensor.full(SHAPE, Float.NaN);
        for (int n : mask.keptSamples()) {
          branch(x, some, n);
        }
        assertEquals(mask.apply(all), mask.apply(some));
      }
    }
  }

  @Test
  void aBatchIsKeptAsAWholeOrNotAtAll() {
    int kept = 0;
    for (int step = 0; step < 20; step++) {
      int samples = DropPath.ofBatch(.5, 1).sample(SHAPE, step).keptSamples().length;
      assertTrue(samples == 0 || samples == SHAPE.n());
      kept += samples / SHAPE.n();
    }
    assertTrue(kept > 0 && kept < 20);
  }
}
