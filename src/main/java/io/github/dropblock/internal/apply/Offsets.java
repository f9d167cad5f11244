package io.github.dropblock.internal.apply;

import java.util.List;

/**
 * The elements of a small box of a tensor, in the order of some axes, and how far each is from the
 * box's first element in each numbering.
 *
 * <p>If only the last axis is cut short, what is left is the first part of the same elements.
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

  /** Returns the offsets of a box with the extents of some axes, of which the first is fastest. */
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

  int length() {
    return place.length;
  }

  /** Tells whether all elements of the box have one factor. */
  boolean hasOneScale() {
    return isArithmetic(scale, 0);
  }

  /** Tells whether the elements follow each other in the buffer at a distance. */
  boolean liesApart(int distance) {
    return isArithmetic(place, distance);
  }

  /** Returns how far the elements are apart in the buffer: 0 if that differs. */
  int distance() {
    int first = place.length == 1 ? 1 : place[1];
    return liesApart(first) ? first : 0;
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
