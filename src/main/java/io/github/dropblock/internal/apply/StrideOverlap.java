package io.github.dropblock.internal.apply;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Search for two elements of a strided tensor that share an index.
 *
 * <p>Two elements share an index if the difference of their coordinates, multiplied by the strides,
 * adds up to 0. So the question is whether there are steps along the axes, each shorter than the
 * extent and not all 0, that lead back to where they began. In general this is a subset-sum
 * problem, but the strides of real tensors are easy.
 *
 * <p>First the axes are sorted by stride. If each stride leads beyond all elements of the axes with
 * smaller strides, as in any permutation of a dense tensor, no two elements can meet. Otherwise a
 * search tries the steps along the axis with the largest stride first. It skips steps that the axes
 * with smaller strides together cannot undo. The search is exact. It gives up, and reports an
 * overlap, after a million steps, which no engine's strides need.
 */
final class StrideOverlap {
  private static final int MOST_STEPS = 1_000_000;

  private record NamedAxis(String name, int extent, int stride) {
    long reach() {
      return (extent - 1L) * stride;
    }
  }

  private final List<NamedAxis> axes = new ArrayList<>();

  /** Distance that all axes before each one reach together. */
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

  /** Tells whether steps along the first i + 1 axes can undo a distance. Gives up with true. */
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
