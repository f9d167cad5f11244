package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** A tensor that four threads share, and what one thread alone makes of it. */
final class Subject {
  /** Parts of it end within planes, and planes within words. */
  private static final Shape SHAPE = Shape.nchw(6, 70, 71, 71);

  private static final long STEP = 3;

  private final DropBlock dropBlock = DropBlock.builder().blockSize(7).seed(5).build();
  private final Tensor x = Inputs.tensor(SHAPE);
  private final long mask;
  private final float[] y;

  Subject() {
    DropMask alone = dropBlock.withThreads(Threads.none()).sample(SHAPE, STEP);
    mask = Hash.of(alone.toBytes());
    y = alone.apply(x).data();
  }

  /** Each way to draw and to apply gives the same bits with these threads. */
  void check(Threads threads) {
    DropBlock operator = dropBlock.withThreads(threads);
    DropMask drawn = operator.sample(SHAPE, STEP + 1);
    operator.sampleInto(drawn, STEP);
    assertEquals(mask, Hash.of(drawn.toBytes()));
    assertArrayEquals(y, drawn.apply(x).data());
    assertArrayEquals(y, drawn.backward(x).data());
    assertArrayEquals(y, operator.sample(SHAPE, STEP).applyInPlace(x.copy()).data());
  }
}
