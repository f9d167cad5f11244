package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;

/**
 * Where the elements of a tensor lie in a buffer: element (n, c, d, h, w) has index {@code offset +
 * n * n() + c * c() + d * d() + h * h() + w * w()}.
 *
 * @param shape the shape of the tensor
 * @param offset the index of the first element
 * @param n from sample to sample
 * @param c from channel to channel
 * @param d from layer to layer
 * @param h from row to row
 * @param w from column to column
 */
public record ElementOrder(Shape shape, int offset, int n, int c, int d, int h, int w) {
  /** Tells whether the positions of each plane follow each other without a gap. */
  boolean hasWholePlanes() {
    return hasPositionsApart(1);
  }

  /** Tells whether the channels of each position follow those of the last without a gap. */
  boolean isContiguousChannelsLast() {
    return (c == 1 || shape.c() == 1) && hasPositionsApart(shape.c());
  }

  /** Tells whether positions follow each other in row-major order at one distance. */
  private boolean hasPositionsApart(int distance) {
    int row = distance * shape.w();
    return (w == distance || shape.w() == 1)
        && (h == row || shape.h() == 1)
        && (d == row * shape.h() || shape.d() == 1);
  }

  /** Tells whether samples follow each other within a channel, but channels do not in a sample. */
  boolean hasAdjacentSamples() {
    return shape.n() > 1 && n == shape.planeSize() && shape.c() > 1;
  }

  /** Returns how many elements follow each other in row-major order: a plane, a sample or all. */
  int run() {
    int sampleSize = shape.c() * shape.planeSize();
    if (shape.c() > 1 && c != shape.planeSize()) {
      return shape.planeSize();
    }
    return shape.n() > 1 && n != sampleSize ? sampleSize : shape.size();
  }

  /** Returns the index of an element, which is counted in row-major order. */
  int index(int element) {
    int plane = element / shape.planeSize();
    return offset
        + plane / shape.c() * n
        + plane % shape.c() * c
        + ofPosition(element % shape.planeSize());
  }

  /** Returns the distance from a plane's first element to one of its positions. */
  int ofPosition(int position) {
    int rows = position / shape.w();
    return rows / shape.h() * d + rows % shape.h() * h + position % shape.w() * w;
  }

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
