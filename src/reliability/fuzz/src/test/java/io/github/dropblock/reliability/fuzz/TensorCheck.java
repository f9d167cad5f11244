package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;

/** Tensors of a shape: arrays of any length, and runs of any samples. */
final class TensorCheck {
  private TensorCheck() {}

  static void check(FuzzedDataProvider data, Shape shape) {
    checkLength(data, shape);
    Tensor whole = Tensor.of(Draws.floats(data.consumeLong(), shape.size()), shape);
    int first = sample(data, shape);
    int samples = sample(data, shape);
    boolean allowed = first >= 0 && samples >= 0 && (long) first + samples <= shape.n();
    Attempt.of(allowed, () -> whole.slice(first, samples), "firstSample", "samples")
        .ifPresent(part -> checkPart(whole, first, part));
    assertEquals(shape.size(), Tensor.zeros(shape).countZeros());
  }

  private static void checkLength(FuzzedDataProvider data, Shape shape) {
    int length = Math.max(0, shape.size() + data.consumeInt(-2, 2));
    float[] array = new float[length];
    Attempt.of(length == shape.size(), () -> Tensor.of(array, shape), "data.length")
        .ifPresent(tensor -> assertSame(array, tensor.data()));
  }

  private static int sample(FuzzedDataProvider data, Shape shape) {
    return Draws.oneIn(4, data) ? Draws.anyInt(data) : data.consumeInt(0, shape.n());
  }

  /** A part is a view of the whole, a copy is not. */
  private static void checkPart(Tensor whole, int first, Tensor part) {
    Shape shape = part.shape();
    int offset = first * shape.c() * shape.planeSize();
    assertSame(whole.data(), part.data());
    assertEquals(offset, part.offset());
    Tensor copy = part.copy();
    assertEquals(part, copy);
    assertEquals(part.hashCode(), copy.hashCode());
    if (shape.size() > 0) {
      float[] before = whole.data().clone();
      part.set(shape.n() - 1, shape.c() - 1, shape.d() - 1, shape.h() - 1, shape.w() - 1, 5f);
      int last = offset + shape.size() - 1;
      assertEquals(before[last] == 5f, part.equals(copy));
      before[last] = 5f;
      assertEquals(-1, Arrays.mismatch(before, whole.data()));
    }
  }
}
