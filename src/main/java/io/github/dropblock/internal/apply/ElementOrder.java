package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;

/**
 * Memory order of a tensor in a buffer: element (n, c, d, h, w) has index {@code offset + n * n() +
 * c * c() + d * d() + h * h() + w * w()}.
 *
 * @param shape the shape of the tensor
 * @param offset the index of the first element
 * @param n distance from sample to sample
 * @param c distance from channel to channel
 * @param d distance from layer to layer
 * @param h distance from row to row
 * @param w distance from column to column
 */
public record ElementOrder(Shape shape, int offset, int n, int c, int d, int h, int w) {
  /** Returns the index of the last element of a shape that is not empty. */
  long last() {
    return offset
        + (shape.n() - 1L) * n
        + (shape.c() - 1L) * c
        + (shape.d() - 1L) * d
        + (shape.h() - 1L) * h
        + (shape.w() - 1L) * w;
  }
}
