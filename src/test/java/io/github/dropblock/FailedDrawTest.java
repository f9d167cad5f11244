package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mask whose drawing fails in the midst of it is whole: it keeps everything. */
class FailedDrawTest {
  private static final Shape SHAPE = Shape.nchw(4, 3, 8, 8);

  private static final MaskFunction FAILING =
      sample -> {
        sample.dropRun(0, 1);
        if (sample.sample() == 2) {
          throw new OutOfMemoryError("for the test");
        }
      };

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void theMaskKeepsEverything(Normalization normalization) {
    Dropout dropout = Dropout.of(.5, 1).withThreads(Threads.none());
    DropMask mask = dropout.withNormalization(normalization).sample(SHAPE, 0);
    Regularizer failing =
        CustomRegularizer.of(FAILING, .5, 1)
            .withThreads(Threads.none())
            .withNormalization(Normalization.PLANE);
    Error e = assertThrows(OutOfMemoryError.class, () -> failing.sampleInto(mask, 1));
    assertEquals("for the test", e.getMessage());
    Tensor x = Tensor.full(SHAPE, 3);
    assertEquals(x, mask.apply(x));
    assertEquals(Tensor.full(SHAPE, 1), mask.toTensor());
    assertEquals(SHAPE.size(), mask.keptCount());
    assertEquals(1f, mask.scale());
    dropout.sampleInto(mask, 2);
    assertEquals(dropout.sample(SHAPE, 2).apply(x), mask.apply(x));
  }
}
