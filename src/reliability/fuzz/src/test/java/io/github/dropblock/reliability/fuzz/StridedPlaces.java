package io.github.dropblock.reliability.fuzz;

import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import java.util.stream.LongStream;

/**
 * Where the elements of a tensor lie, in the elements' order.
 *
 * @param of the index of each
 */
record StridedPlaces(long... of) {
  static StridedPlaces of(Shape s, Strides strides) {
    long[] places = new long[s.size()];
    for (int i = 0; i < places.length; i++) {
      int row = i / s.w();
      int layer = row / s.h();
      int plane = layer / s.d();
      places[i] =
          strides.offset()
              + (long) (plane / s.c()) * strides.n()
              + (long) (plane % s.c()) * strides.c()
              + (long) (layer % s.d()) * strides.d()
              + (long) (row % s.h()) * strides.h()
              + (long) (i % s.w()) * strides.w();
    }
    return new StridedPlaces(places);
  }

  /** The index after the last; 0 for an empty tensor. */
  long end() {
    return LongStream.of(of).max().orElse(-1) + 1;
  }

  boolean distinct() {
    return LongStream.of(of).distinct().count() == of.length;
  }

  /** The indexes of a tensor that lies in an array. */
  int[] indexes() {
    return LongStream.of(of).mapToInt(Math::toIntExact).toArray();
  }

  /** The elements of a tensor that lies in an array. */
  float[] read(float[] array) {
    float[] elements = new float[of.length];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = array[(int) of[i]];
    }
    return elements;
  }
}
