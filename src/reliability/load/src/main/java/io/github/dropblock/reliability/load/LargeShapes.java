package io.github.dropblock.reliability.load;

import io.github.dropblock.tensor.Shape;
import java.util.List;

/** Shapes of at most so many elements, and of not much fewer. */
final class LargeShapes {
  private static final int CHANNELS = 256;
  private static final int SIDE = 64;

  private LargeShapes() {}

  /** One row, with all elements; one plane; a batch. */
  static List<Shape> of(int elements) {
    int side = (int) Math.sqrt(elements);
    return List.of(
        Shape.ncw(1, 1, elements),
        Shape.nchw(1, 1, side, side),
        Shape.nchw(elements / (CHANNELS * SIDE * SIDE), CHANNELS, SIDE, SIDE));
  }
}
