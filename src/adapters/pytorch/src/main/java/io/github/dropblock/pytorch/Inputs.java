package io.github.dropblock.pytorch;

import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.Layout;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Checks of what comes in. */
final class Inputs {
  /** A product of other types would silently have another type, or a scale cut to 1. */
  private static final List<ScalarType> TYPES =
      List.of(ScalarType.Float, ScalarType.Half, ScalarType.BFloat16, ScalarType.Double);

  /** Number of floats that one buffer of Java can hold. */
  private static final long MAX_SIZE = Integer.MAX_VALUE / Float.BYTES;

  private static final int MIN_RANK = 2;
  private static final int MAX_RANK = 5;

  private Inputs() {}

  /** Checks that there is a tensor. */
  static void checkDefined(Tensor x) {
    if (x == null || x.isNull() || !x.defined()) {
      throw new IllegalArgumentException("x must be a tensor that is defined and not closed");
    }
  }

  /** Checks that a mask can be applied to a tensor. */
  static void check(Tensor x) {
    ScalarType type = x.scalar_type().intern();
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("x must have one of the types " + TYPES + ": " + type);
    }
    Layout layout = x.layout().intern();
    if (layout != Layout.Strided) {
      throw new IllegalArgumentException("x must have the layout Strided: " + layout);
    }
    if (x.dim() < MIN_RANK || x.dim() > MAX_RANK) {
      throw new IllegalArgumentException(
          "x must be NC, NCW, NCHW or NCDHW, of 2 to 5 axes: " + Arrays.toString(extents(x)));
    }
    if (x.numel() > MAX_SIZE) {
      throw new IllegalArgumentException(
          "x must have at most " + MAX_SIZE + " elements: " + Arrays.toString(extents(x)));
    }
  }

  /** Returns the shape of a tensor that was checked and is not empty. */
  static Shape shapeOf(Tensor x) {
    return Shape.of(Arrays.stream(extents(x)).mapToInt(Math::toIntExact).toArray());
  }

  private static long[] extents(Tensor x) {
    long[] extents = new long[(int) x.dim()];
    Arrays.setAll(extents, x::size);
    return extents;
  }
}
