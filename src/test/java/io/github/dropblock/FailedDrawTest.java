package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.internal.kernel.ScalarKernels;
import io.github.dropblock.internal.mask.Granularity;
import io.github.dropblock.internal.mask.MaskSampler;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mask whose drawing fails in the midst of it is whole: it keeps everything. */
class FailedDrawTest {
  private static final Shape SHAPE = Shape.nchw(4, 3, 8, 8);

  /** Words of the first two samples, and no more. */
  private static final class Failing extends ScalarKernels {
    @Override
    public void bernoulliWords(
        long key0, long key1, long sample, long counter, long threshold, long[] out, int words) {
      if (sample >= 2) {
        throw new OutOfMemoryError("for the test");
      }
      super.bernoulliWords(key0, key1, sample, counter, threshold, out, words);
    }
  }

  /** Dropout on those kernels. */
  private static final class FailingDropout extends MaskRegularizer<FailingDropout> {
    private FailingDropout(CommonChoices common) {
      super(common);
    }

    @Override
    Granularity granularity() {
      return Granularity.ELEMENT;
    }

    @Override
    MaskSampler sampler(Shape sample) {
      return MaskSampler.ofBits(new Failing(), sample.c(), sample.planeSize(), .5);
    }

    @Override
    FailingDropout with(CommonChoices choices) {
      return new FailingDropout(choices);
    }

    @Override
    String type() {
      return "FailingDropout";
    }

    @Override
    void writeTo(Map<String, Object> map) {}

    @Override
    public double expectedKeptFraction(Shape shape) {
      return .5;
    }
  }

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void theMaskKeepsEverything(Normalization normalization) {
    Dropout dropout = Dropout.of(.5, 1).withThreads(Threads.none());
    DropMask mask = dropout.withNormalization(normalization).sample(SHAPE, 0);
    FailingDropout failing =
        new FailingDropout(dropout.common).withNormalization(Normalization.PLANE);
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
