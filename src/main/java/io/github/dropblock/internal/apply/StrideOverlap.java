package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds two elements of a strided tensor that share an index.
 *
 * <p>They do if some steps along the axes, fewer than each extent and not all zero, add up to
 * nothing. If each stride, from the smallest on, leads beyond all elements of the axes with smaller
 * ones, there are none. Otherwise steps are tried from the axis with the largest stride down: only
 * those that the axes with smaller strides can make up for. The search is exact and gives up after
 * a million steps, as it does only for strides that no engine makes.
 */
final class StrideOverlap {
  private static final int MOST_STEPS = 1_000_000;

  private record NamedAxis(String name, int extent, int stride) {
    long reach() {
      return (extent - 1L) * stride;
    }
  }

  private final List<NamedAxis> axes = new ArrayList<>();

  /** How far the axes before each one lead together. */
  private final long[] reachBefore;

  private final long[] steps;
  private int tried;

  private StrideOverlap(ElementOrder order) {
    Shape shape = order.shape();
    add("n", shape.n(), order.n());
    add("c", shape.c(), order.c());
    add("d", shape.d(), order.d());
    add("h", shape.h(), order.h());
    add("w", shape.w(), order.w());
    axes.sort(Comparator.comparingInt(NamedAxis::stride));
    reachBefore = new long[axes.size()];
    for (int i = 1; i < axes.size(); i++) {
      reachBefore[i] = reachBefore[i - 1] + axes.get(i - 1).reach();
    }
    steps = new long[axes.size()];
  }

  private void add(String name, int extent, int stride) {
    if (extent > 1) {
      axes.add(new NamedAxis(name, extent, stride));
    }
  }

  /** Checks that no two elements share an index. */
  static void check(ElementOrder order) {
    if (order.shape().size() == 0) {
      return;
    }
    StrideOverlap overlap = new StrideOverlap(order);
    if (!overlap.isNested() && overlap.find(overlap.axes.size() - 1, 0)) {
      throw new IllegalArgumentException(overlap.message());
    }
  }

  private boolean isNested() {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).stride <= reachBefore[i]) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether steps along the axes up to one can lead back from a distance, or gives up. */
  private boolean find(int i, long distance) {
    if (i < 0) {
      return distance == 0 && !isAllZero();
    }
    long stride = axes.get(i).stride;
    long most = axes.get(i).extent - 1L;
    long first = stride == 0 ? -most : ceilDiv(-reachBefore[i] - distance, stride);
    long last = stride == 0 ? most : Math.floorDiv(reachBefore[i] - distance, stride);
    for (long step = Math.max(first, -most); step <= Math.min(last, most); step++) {
      steps[i] = step;
      if (++tried > MOST_STEPS || find(i - 1, distance + step * stride)) {
        return true;
      }
    }
    steps[i] = 0;
    return false;
  }

  private static long ceilDiv(long a, long b) {
    return -Math.floorDiv(-a, b);
  }

  private boolean isAllZero() {
    for (long step : steps) {
      if (step != 0) {
        return false;
      }
    }
    return true;
  }

  private String message() {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] != 0 || tried > MOST_STEPS) {
        named.add(axes.get(i).name + " " + axes.get(i).stride);
      }
    }
    String problem =
        tried > MOST_STEPS
            ? "strides must be simple enough to tell that no two elements share an index: "
            : "strides must not put two elements at one index: ";
    return problem + String.join(", ", named);
  }
}
