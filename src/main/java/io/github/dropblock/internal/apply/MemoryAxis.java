package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a tensor in a buffer, with the length of a step along it in each numbering.
 *
 * @param extent number of elements
 * @param place step in the buffer
 * @param element step in row-major order
 * @param bit step in the bits of the mask; 0 if the axis shares its bits
 * @param scale step in the scales of the mask; 0 if the axis has one scale
 */
record MemoryAxis(int extent, int place, int element, int bit, int scale) {
  /**
   * Returns the axes that are longer than 1, from the outermost to the innermost in row-major
   * order. Axes that continue each other in all numberings are joined. The list is never empty.
   */
  static List<MemoryAxis> of(ElementOrder order, MaskLayout layout, Scales scales) {
    Shape s = order.shape();
    int layer = s.h() * s.w();
    int planeSize = layout.planeSize();
    int bit = layout.bitsToNextPosition();
    List<MemoryAxis> axes = new ArrayList<>();
    add(
        axes,
        new MemoryAxis(
            s.n(),
            order.n(),
            layout.sampleSize(),
            layout.bitsToNextSample(),
            scales.stepOfSample()));
    add(
        axes,
        new MemoryAxis(
            s.c(), order.c(), planeSize, layout.bitsToNextChannel(), scales.stepOfChannel()));
    add(axes, new MemoryAxis(s.d(), order.d(), layer, layer * bit, 0));
    add(axes, new MemoryAxis(s.h(), order.h(), s.w(), s.w() * bit, 0));
    add(axes, new MemoryAxis(s.w(), order.w(), 1, bit, 0));
    if (axes.isEmpty()) {
      axes.add(new MemoryAxis(1, 1, 1, bit, 0));
    }
    return axes;
  }

  private static void add(List<MemoryAxis> axes, MemoryAxis axis) {
    if (axis.extent == 1) {
      return;
    }
    int last = axes.size() - 1;
    if (last >= 0 && axes.get(last).continues(axis)) {
      axes.set(last, axis.withExtent(axes.get(last).extent * axis.extent));
    } else {
      axes.add(axis);
    }
  }

  /** Tells whether a step along this axis is as long as the whole of an inner one. */
  private boolean continues(MemoryAxis inner) {
    return place == (long) inner.extent * inner.place
        && element == inner.extent * inner.element
        && bit == inner.extent * inner.bit
        && scale == inner.extent * inner.scale;
  }

  /** Returns the same axis with another extent. */
  MemoryAxis withExtent(int newExtent) {
    return new MemoryAxis(newExtent, place, element, bit, scale);
  }
}
