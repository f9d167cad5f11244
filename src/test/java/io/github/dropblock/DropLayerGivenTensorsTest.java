package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passes of a layer into tensors of the caller's. */
class DropLayerGivenTensorsTest {
  private static final Shape SHAPE = Shape.nchw(4, 5, 4, 6);
  private static final Dropout COINS = Dropout.of(.5, 7);

  private final Tensor x = MaskSetup.of(COINS, SHAPE).input();
  private final Tensor ones = Tensor.full(SHAPE, 1);

  /** What training refuses, evaluation refuses too. */
  @Test
  void badCallsAreRefusedInEvaluationToo() {
    Tensor batch = Tensor.full(SHAPE.withN(8), 1);
    for (DropLayer each : List.of(DropLayer.of(COINS), DropLayer.of(COINS).eval())) {
      assertThrows(IllegalArgumentException.class, () -> each.forward(x, -1));
      assertMessage(
          "x and out must not overlap: offsets 0 and 120",
          () -> each.forward(batch.slice(0, 4), batch.slice(1, 4)));
      assertMessage(
          "dy and dx must not overlap: offsets 0 and 120",
          () -> each.backward(batch.slice(0, 4), batch.slice(1, 4)));
    }
  }

  /** The forms that write into given tensors are the ones that return new tensors. */
  @Test
  void givenTensorsGetTheSameValues() {
    DropLayer given = DropLayer.of(COINS);
    DropLayer fresh = DropLayer.of(COINS);
    Tensor out = Tensor.zeros(SHAPE);
    Tensor dx = Tensor.zeros(SHAPE);
    for (int i = 0; i < 3; i++) {
      assertSame(out, given.forward(x, out));
      assertEquals(fresh.forward(x), out);
      assertSame(dx, given.backward(ones, dx));
      assertEquals(fresh.backward(ones), dx);
      Tensor inPlace = x.copy();
      given.forwardInPlace(inPlace);
      assertEquals(fresh.forward(x), inPlace);
      Tensor gradient = ones.copy();
      given.backwardInPlace(gradient);
      assertEquals(fresh.backward(ones), gradient);
    }
    assertEquals(x, given.eval().forward(x, out));
    assertEquals(ones, given.backward(ones, dx));
    Tensor other = Tensor.zeros(Shape.ncw(1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> given.forward(x, other));
    assertThrows(IllegalArgumentException.class, () -> given.train().forward(x, other));
    assertEquals(6, given.step());
  }
}
