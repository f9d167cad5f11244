package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.random.UniformBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Sizes by area and aspect ratio, as in Random Erasing: {@value #STEPS} areas with equal distances,
 * and for each as many ratios (height / width) with equal distances of their logarithms. Holes
 * extend through the whole depth.
 *
 * <p>A ratio at which a hole does not fit into the map is replaced by the nearest one at which it
 * fits, so the area stays. Only square roots, sums, products and quotients are used: their results
 * are the same on every machine.
 *
 * @see <a href="https://arxiv.org/abs/1708.04896">Zhong, Zheng, Kang, Li and Yang, "Random erasing
 *     data augmentation", 2017</a>
 */
public final class AreaSizes implements HoleSizes {
  private static final int STEPS = 32;
  private static final int COUNT = STEPS * STEPS;

  private final int depth;
  private final int[] heights = new int[COUNT];
  private final int[] widths = new int[COUNT];

  /**
   * Computes the sizes on a plane.
   *
   * @param area the range of the area of a hole / the area of a layer
   * @param aspect the range of the height / width of a hole
   */
  public AreaSizes(HolePlane plane, double[] area, double[] aspect) {
    this.depth = plane.depth().extent();
    double height = plane.height().extent();
    double width = plane.width().extent();
    double[] ratios = steps(aspect[0], aspect[1]);
    for (int i = 0; i < COUNT; i++) {
      int row = i / STEPS;
      double step = (row + 0.5) / STEPS;
      double positions = (area[0] + (area[1] - area[0]) * step) * (height * width);
      double longest = Math.sqrt(positions * ratios[i % STEPS]);
      double h = Math.min(height, Math.max(Math.max(1, positions / width), longest));
      double w = Math.min(width, Math.max(1, positions / h));
      heights[i] = (int) Math.round(h);
      widths[i] = (int) Math.round(w);
    }
  }

  /** Returns the middles of steps of equal length on the logarithmic scale. */
  private static double[] steps(double min, double max) {
    double half = max / min;
    for (int i = 2 * STEPS; i > 1; i /= 2) {
      half = Math.sqrt(half);
    }
    double[] steps = new double[STEPS];
    double ratio = min * half;
    for (int i = 0; i < STEPS; i++) {
      steps[i] = ratio;
      ratio = ratio * (half * half);
    }
    return steps;
  }

  @Override
  public int depth(long word) {
    return depth;
  }

  @Override
  public int height(long word) {
    return heights[UniformBits.below(word, COUNT)];
  }

  @Override
  public int width(long word) {
    return widths[UniformBits.below(word, COUNT)];
  }

  @Override
  public HoleHits hits(HolePlane plane) {
    NavigableMap<Integer, NavigableMap<Integer, Integer>> sizes = sizes();
    int widest = sizes.values().stream().mapToInt(NavigableMap::lastKey).max().orElseThrow();
    HolePlaces z = new HolePlaces(plane.depth(), depth);
    HolePlaces y = new HolePlaces(plane.height(), sizes.lastKey());
    HolePlaces x = new HolePlaces(plane.width(), widest);
    List<double[][]> terms = new ArrayList<>();
    sizes.forEach(
        (height, times) ->
            terms.add(new double[][] {z.hits(depth), y.hits(height), ofWidths(x, times)}));
    return new HoleHits(z, y, x, terms);
  }

  /** Returns how often each width occurs with each height, in ascending order. */
  private NavigableMap<Integer, NavigableMap<Integer, Integer>> sizes() {
    NavigableMap<Integer, NavigableMap<Integer, Integer>> sizes = new TreeMap<>();
    for (int i = 0; i < COUNT; i++) {
      sizes.computeIfAbsent(heights[i], h -> new TreeMap<>()).merge(widths[i], 1, Integer::sum);
    }
    return sizes;
  }

  private static double[] ofWidths(HolePlaces places, NavigableMap<Integer, Integer> times) {
    double[] hits = new double[places.count()];
    for (int i = 0; i < hits.length; i++) {
      double sum = 0;
      for (Map.Entry<Integer, Integer> width : times.entrySet()) {
        sum += width.getValue() * places.hit(i, width.getKey());
      }
      hits[i] = sum / COUNT;
    }
    return hits;
  }
}
