package io.github.dropblock.internal.apply;

import java.util.List;

/**
 * Distances of the elements of a small box from its first element, in each numbering.
 *
 * <p>The first axis is the fastest. So if the last axis is cut short, the elements that are left
 * come first in the same arrays.
 */
final class Offsets {
  final int[] place;
  final int[] element;
  final int[] bit;
  final int[] scale;

  private Offsets(int length) {
    place = new int[length];
    element = new int[length];
    bit = new int[length];
    scale = new int[length];
  }

  /** Returns the offsets of a box over axes, of which the first is the fastest. */
  static Offsets of(List<MemoryAxis> axes) {
    int length = 1;
    for (MemoryAxis axis : axes) {
      length *= axis.extent();
    }
    Offsets offsets = new Offsets(length);
    int filled = 1;
    for (MemoryAxis axis : axes) {
      for (int i = filled; i < filled * axis.extent(); i++) {
        offsets.set(i, i % filled, i / filled, axis);
      }
      filled *= axis.extent();
    }
    return offsets;
  }

  private void set(int i, int from, int steps, MemoryAxis axis) {
    place[i] = place[from] + steps * axis.place();
    element[i] = element[from] + steps * axis.element();
    bit[i] = bit[from] + steps * axis.bit();
    scale[i] = scale[from] + steps * axis.scale();
  }

  /** Returns the number of elements. */
  int length() {
    return place.length;
  }

  /** Tells whether all elements of the box have the same scale. */
  boolean hasOneScale() {
    return isArithmetic(scale, 0);
  }

  /** Tells whether neighboring elements have this distance in the buffer. */
  boolean liesApart(int distance) {
    return isArithmetic(place, distance);
  }

  /** Returns the distance of neighboring elements in the buffer: 0 if it is not constant. */
  int distance() {
    int first = place.length == 1 ? 1 : place[1];
    return liesApart(first) ? first : 0;
  }

  /** Tells whether the bits of all elements are neighbors. */
  boolean hasNeighboringBits() {
    return isArithmetic(bit, 1);
  }

  /** Returns the distance in bits of neighboring elements: -1 if it is not constant. */
  int distanceOfBits() {
    int first = bit.length == 1 ? 0 : bit[1];
    return isArithmetic(bit, first) ? first : -1;
  }

  private static boolean isArithmetic(int[] values, int distance) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] != i * distance) {
        return false;
      }
    }
    return true;
  }
}
