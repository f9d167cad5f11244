package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rejected call changes nothing. */
class DropMaskRejectionTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 4, 5);
  private static final Shape OTHER = Shape.nchw(2, 3, 5, 4);

  private final Tensor x = MaskCase.of(SHAPE, 2, .5, 1).integers();
  private final Tensor other = MaskCase.of(OTHER, 2, .5, 1).integers();

  private static DropMask mask(double keepProb) {
    return MaskCase.of(SHAPE, 2, keepProb, GammaRule.EXACT, 1).mask();
  }

  private static String rejected(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private void assertUntouched() {
    assertEquals(MaskCase.of(SHAPE, 2, .5, 1).integers(), x);
    assertEquals(MaskCase.of(OTHER, 2, .5, 1).integers(), other);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 1})
  void tensorsOfOtherShapes(double keepProb) {
    DropMask mask = mask(keepProb);
    String message = rejected(() -> mask.apply(other));
    assertTrue(message.contains(SHAPE.toString()) && message.contains(OTHER.toString()), message);
    rejected(() -> mask.apply(x, other));
    rejected(() -> mask.apply(other, x));
    rejected(() -> mask.applyInPlace(other));
    rejected(() -> mask.backward(other));
    rejected(() -> mask.apply(Tensor.zeros(Shape.ncdhw(2, 3, 1, 4, 5)), x));
    rejected(() -> mask.apply(Tensor.zeros(SHAPE.withN(1)), x));
    assertUntouched();
  }

  @Test
  void nullTensorsAndBuffers() {
    DropMask mask = mask(.5);
    FloatBuffer buffer = FloatBuffer.wrap(x.data());
    rejected(() -> mask.apply((Tensor) null));
    rejected(() -> mask.apply(x, null));
    rejected(() -> mask.apply(null, x));
    rejected(() -> mask.applyInPlace((Tensor) null));
    rejected(() -> mask.backward(null));
    rejected(() -> mask.applyInPlace((FloatBuffer) null));
    rejected(() -> mask.apply(buffer, null));
    rejected(() -> mask.apply(null, buffer));
    rejected(() -> mask.writeMultipliers(null));
    assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 1})
  void overlappingSlices(double keepProb) {
    DropMask part = mask(keepProb);
    Tensor whole = MaskCase.of(SHAPE.withN(5), 2, .5, 1).integers();
    float[] before = whole.data().clone();
    rejected(() -> part.apply(whole.slice(0, 2), whole.slice(1, 2)));
    rejected(() -> part.apply(whole.slice(1, 2), whole.slice(0, 2)));
    rejected(() -> part.apply(whole.slice(3, 2), whole.slice(2, 2)));
    assertArrayEquals(before, whole.data());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 1})
  void buffersOfOtherSizes(double keepProb) {
    DropMask mask = mask(keepProb);
    FloatBuffer right = FloatBuffer.wrap(x.data());
    for (int size : new int[] {0, SHAPE.size() - 1, SHAPE.size() + 1}) {
      float[] data = new float[size];
      Arrays.fill(data, 3);
      FloatBuffer wrong = FloatBuffer.wrap(data);
      rejected(() -> mask.apply(wrong, right));
      rejected(() -> mask.apply(right, wrong));
      rejected(() -> mask.applyInPlace(wrong));
      rejected(() -> mask.writeMultipliers(wrong));
      for (float value : data) {
        assertEquals(3, value);
      }
      assertEquals(0, wrong.position());
    }
    assertEquals(0, right.position());
    assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 1})
  void readOnlyOutputs(double keepProb) {
    DropMask mask = mask(keepProb);
    FloatBuffer readOnly = FloatBuffer.wrap(x.data()).asReadOnlyBuffer();
    FloatBuffer in = FloatBuffer.allocate(SHAPE.size());
    rejected(() -> mask.apply(in, readOnly));
    rejected(() -> mask.applyInPlace(readOnly));
    rejected(() -> mask.writeMultipliers(readOnly));
    assertUntouched();
  }
}
