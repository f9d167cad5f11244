package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to share bits, normalize and fill, on a tensor that three threads share. */
class ApplyThreadsTest {
  /** Parts of it end within planes, and planes within words. */
  private static final Shape SHAPE = Shape.nchw(5, 7, 211, 223);

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void threadsDoNotChangeAnOutput(Normalization normalization) {
    ForkJoinPool pool = new ForkJoinPool(3);
    for (Regularizer regularizer : MaskSetup.ofEachGranularity(.6, 9)) {
      MaskSetup setup = MaskSetup.of(regularizer, SHAPE).with(normalization);
      Tensor x = Tensor.full(SHAPE, 1.25f);
      DropMask together = setup.with(Threads.of(pool)).mask();
      DropMask alone = setup.with(Threads.none()).mask();
      assertEquals(alone.keptCount(), together.keptCount());
      assertEquals(alone.apply(x), together.apply(x));
      assertEquals(alone.apply(x), together.applyInPlace(x.copy()));
    }
    pool.shutdown();
  }

  @Test
  void threadsDoNotChangeNoise() {
    ForkJoinPool pool = new ForkJoinPool(3);
    MaskSetup setup =
        MaskSetup.of(DropBlock.builder().keepProb(.8).seed(1).build(), SHAPE)
            .with(Normalization.PLANE)
            .with(Fill.gaussian(1, 2));
    Tensor x = setup.input();
    DropMask together = setup.with(Threads.of(pool)).mask();
    float[] expected = setup.with(Threads.none()).oracle().apply(x.data());
    assertArrayEquals(expected, together.apply(x).data());
    pool.shutdown();
  }
}
