package io.github.dropblock.tensor;

import static io.github.dropblock.internal.check.Rejections.outOfBounds;
import static io.github.dropblock.internal.check.Rejections.rejected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bad arguments of shapes and tensors: the message names the parameter, the range, the value. */
class TensorBadInputTest {
  private static final String TOO_LARGE = "size must be at most 2147483647: ";

  private final Tensor tensor = Tensor.zeros(Shape.ncdhw(2, 3, 4, 5, 6));

  @TestFactory
  List<DynamicTest> extentsOutOfRange() {
    return List.of(
        rejected("ncw n", "n must be >= 0: -1", () -> Shape.ncw(-1, 1, 1)),
        rejected("ncw c", "c must be >= 1: 0", () -> Shape.ncw(1, 0, 1)),
        rejected("ncw w", "w must be >= 1: -7", () -> Shape.ncw(1, 1, -7)),
        rejected("nchw n", "n must be >= 0: -1", () -> Shape.nchw(-1, 1, 1, 1)),
        rejected("nchw c", "c must be >= 1: -2147483648", () -> Shape.nchw(1, 1 << 31, 1, 1)),
        rejected("nchw h", "h must be >= 1: 0", () -> Shape.nchw(1, 1, 0, 1)),
        rejected("nchw w", "w must be >= 1: 0", () -> Shape.nchw(1, 1, 1, 0)),
        rejected("ncdhw n", "n must be >= 0: -2", () -> Shape.ncdhw(-2, 1, 1, 1, 1)),
        rejected("ncdhw c", "c must be >= 1: 0", () -> Shape.ncdhw(1, 0, 1, 1, 1)),
        rejected("ncdhw d", "d must be >= 1: 0", () -> Shape.ncdhw(1, 1, 0, 1, 1)),
        rejected("ncdhw h", "h must be >= 1: 0", () -> Shape.ncdhw(1, 1, 1, 0, 1)),
        rejected("ncdhw w", "w must be >= 1: 0", () -> Shape.ncdhw(1, 1, 1, 1, 0)),
        rejected("withN", "n must be >= 0: -1", () -> Shape.ncw(1, 1, 1).withN(-1)));
  }

  @TestFactory
  List<DynamicTest> sizesThatNoArrayHas() {
    return List.of(
        rejected(
            "2^31",
            TOO_LARGE + "65536 x 32768 x 1 x 1 x 1 (n, c, d, h, w)",
            () -> Shape.ncw(65536, 32768, 1)),
        rejected(
            "2^64, which wraps to 0",
            TOO_LARGE + "65536 x 65536 x 1 x 65536 x 65536 (n, c, d, h, w)",
            () -> Shape.nchw(65536, 65536, 65536, 65536)),
        rejected(
            "a too large sample of an empty batch",
            TOO_LARGE + "0 x 65536 x 65536 x 1 x 1 (n, c, d, h, w)",
            () -> Shape.ncdhw(0, 65536, 65536, 1, 1)),
        rejected(
            "withN",
            TOO_LARGE + "2 x 1 x 1 x 1 x 2147483647 (n, c, d, h, w)",
            () -> Shape.ncw(1, 1, Integer.MAX_VALUE).withN(2)),
        rejected(
            "of extents",
            TOO_LARGE + "65536 x 65536 x 1 x 1 x 1 (n, c, d, h, w)",
            () -> Tensor.of(new float[0], 65536, 65536, 1, 1)));
  }

  @TestFactory
  List<DynamicTest> indexesOutOfBounds() {
    Shape shape = tensor.shape();
    return List.of(
        outOfBounds("n below", "n must be in [0, 2): -1", () -> shape.indexOf(-1, 0, 0, 0, 0)),
        outOfBounds("n above", "n must be in [0, 2): 2", () -> shape.indexOf(2, 0, 0, 0, 0)),
        outOfBounds("c below", "c must be in [0, 3): -1", () -> shape.indexOf(0, -1, 0, 0, 0)),
        outOfBounds("c above", "c must be in [0, 3): 3", () -> shape.indexOf(0, 3, 0, 0, 0)),
        outOfBounds("d below", "d must be in [0, 4): -1", () -> shape.indexOf(0, 0, -1, 0, 0)),
        outOfBounds("d above", "d must be in [0, 4): 4", () -> shape.indexOf(0, 0, 4, 0, 0)),
        outOfBounds("h below", "h must be in [0, 5): -1", () -> shape.indexOf(0, 0, 0, -1, 0)),
        outOfBounds("h above", "h must be in [0, 5): 5", () -> shape.indexOf(0, 0, 0, 5, 0)),
        outOfBounds("w below", "w must be in [0, 6): -1", () -> shape.indexOf(0, 0, 0, 0, -1)),
        outOfBounds("w above", "w must be in [0, 6): 6", () -> shape.indexOf(0, 0, 0, 0, 6)),
        outOfBounds("get 4", "h must be in [0, 5): 5", () -> tensor.get(0, 0, 5, 0)),
        outOfBounds("get 5", "d must be in [0, 4): 4", () -> tensor.get(0, 0, 4, 0, 0)));
  }

  @Test
  void aWriteOutOfBoundsChangesNothing() {
    Tensor inner = tensor.slice(0, 1);
    assertThrows(IndexOutOfBoundsException.class, () -> inner.set(1, 0, 0, 0, 5));
    assertThrows(IndexOutOfBoundsException.class, () -> inner.set(0, 0, 0, 5, 0, 5));
    assertEquals(tensor.shape().size(), tensor.countZeros());
  }

  @TestFactory
  List<DynamicTest> tensorArguments() {
    Shape shape = Shape.ncw(1, 1, 3);
    return List.of(
        rejected("of data", "data must not be null", () -> Tensor.of(null, shape)),
        rejected("of data, NCHW", "data must not be null", () -> Tensor.of(null, 1, 1, 1, 1)),
        rejected("of shape", "shape must not be null", () -> Tensor.of(new float[3], null)),
        rejected(
            "too short",
            "data.length must be 3 for NCW(1, 1, 3): 2",
            () -> Tensor.of(new float[2], shape)),
        rejected(
            "too long",
            "data.length must be 6 for NCHW(1, 1, 2, 3): 7",
            () -> Tensor.of(new float[7], 1, 1, 2, 3)),
        rejected("of h", "h must be >= 1: 0", () -> Tensor.of(new float[0], 1, 1, 0, 1)),
        rejected("zeros", "shape must not be null", () -> Tensor.zeros(null)),
        rejected("full", "shape must not be null", () -> Tensor.full(null, 1)));
  }

  @TestFactory
  List<DynamicTest> slices() {
    return List.of(
        rejected("negative", "firstSample must be in [0, 2]: -1", () -> tensor.slice(-1, 1)),
        rejected("past the end", "firstSample must be in [0, 2]: 3", () -> tensor.slice(3, 0)),
        rejected("negative count", "samples must be in [0, 1]: -1", () -> tensor.slice(1, -1)),
        rejected("too many", "samples must be in [0, 1]: 2", () -> tensor.slice(1, 2)));
  }

  @TestFactory
  List<DynamicTest> tolerances() {
    String range = "tolerance must be finite and >= 0: ";
    return List.of(
        rejected("other", "other must not be null", () -> tensor.equalsWithin(null, 1)),
        rejected("negative", range + "-1.0", () -> tensor.equalsWithin(tensor, -1)),
        rejected("NaN", range + "NaN", () -> tensor.equalsWithin(tensor, Double.NaN)));
  }
}
