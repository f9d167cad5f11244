package io.github.dropblock;

import io.github.dropblock.internal.apply.ElementOrder;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import java.io.Serializable;

/**
 * Memory order of a tensor in an engine's buffer. Element (n, c, d, h, w) has index {@code offset +
 * n * n() + c * c() + d * d() + h * h() + w * w()}.
 *
 * <p>Indices are absolute, and no two elements may share an index: see {@link MaskOnStrides}. The
 * stride of an axis whose extent is 1 does not matter.
 *
 * @param offset the index of the first element, at least 0
 * @param n distance from sample to sample, at least 0
 * @param c distance from channel to channel, at least 0
 * @param d distance from layer to layer, at least 0
 * @param h distance from row to row, at least 0
 * @param w distance from column to column, at least 0
 * @since 0.1.0
 */
public record Strides(int offset, int n, int c, int d, int h, int w) implements Serializable {
  /**
   * Checks the strides.
   *
   * @param offset the index of the first element
   * @param n distance from sample to sample
   * @param c distance from channel to channel
   * @param d distance from layer to layer
   * @param h distance from row to row
   * @param w distance from column to column
   * @throws IllegalArgumentException if a number is negative
   */
  public Strides {
    Check.atLeast("offset", offset, 0);
    Check.atLeast("stride of n", n, 0);
    Check.atLeast("stride of c", c, 0);
    Check.atLeast("stride of d", d, 0);
    Check.atLeast("stride of h", h, 0);
    Check.atLeast("stride of w", w, 0);
  }

  /**
   * Returns the strides of row-major order from index 0: NC, NCW, NCHW or NCDHW.
   *
   * @param shape the shape
   * @return the strides
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public static Strides rowMajor(Shape shape) {
    Check.notNull("shape", shape);
    int row = shape.w();
    int layer = row * shape.h();
    int plane = layer * shape.d();
    return new Strides(0, plane * shape.c(), plane, layer, row, 1);
  }

  /**
   * Returns the strides of channels-last order from index 0: NC, NWC, NHWC or NDHWC.
   *
   * @param shape the shape
   * @return the strides
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public static Strides channelsLast(Shape shape) {
    Check.notNull("shape", shape);
    int row = shape.w() * shape.c();
    int layer = row * shape.h();
    return new Strides(0, layer * shape.d(), 1, layer, row, shape.c());
  }

  /**
   * Returns the index of an element in the buffer.
   *
   * @param shape the shape of the tensor
   * @param element the element's position in row-major order, in [0, size)
   * @return the index in the buffer
   * @throws IllegalArgumentException if {@code shape} is null or the index exceeds {@link
   *     Integer#MAX_VALUE}
   * @throws IndexOutOfBoundsException if {@code element} is out of range
   */
  public int indexOf(Shape shape, int element) {
    Check.notNull("shape", shape);
    Check.index("element", element, shape.size());
    int row = element / shape.w();
    int layer = row / shape.h();
    int plane = layer / shape.d();
    long index =
        offset
            + (long) (plane / shape.c()) * n
            + (long) (plane % shape.c()) * c
            + (long) (layer % shape.d()) * d
            + (long) (row % shape.h()) * h
            + (long) (element % shape.w()) * w;
    return Math.toIntExact(Check.inRange("index of the element", index, 0, Integer.MAX_VALUE));
  }

  /** Returns the internal form for tensors of a shape. */
  ElementOrder order(Shape shape) {
    return new ElementOrder(shape, offset, n, c, d, h, w);
  }
}
