package io.github.dropblock.oracle;

import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/**
 * Cutout on one plane as its paper words it: a center anywhere on the map, and a hole around it of
 * which only a part may lie on the map. Plain loops, written without a look at the library's code.
 */
public final class OracleCutout {
  private final int[] extent;
  private final int[] hole;

  /** A plane of the shape; the hole is cut to the map, axis by axis. */
  public OracleCutout(Shape shape, int holeD, int holeH, int holeW) {
    extent = new int[] {shape.d(), shape.h(), shape.w()};
    hole = new int[] {holeD, holeH, holeW};
    for (int axis = 0; axis < 3; axis++) {
      hole[axis] = Math.min(hole[axis], extent[axis]);
    }
  }

  /** The number of positions, each of which may be a center. */
  public int positions() {
    return extent[0] * extent[1] * extent[2];
  }

  /** Whether a hole covers a position; of an even hole's two middles, the first is the center. */
  private boolean covers(int center, int position) {
    int[] c = coordinates(center);
    int[] p = coordinates(position);
    boolean inside = true;
    for (int axis = 0; axis < 3; axis++) {
      int before = (hole[axis] - 1) / 2;
      int after = hole[axis] - 1 - before;
      inside &= p[axis] >= c[axis] - before && p[axis] <= c[axis] + after;
    }
    return inside;
  }

  private int[] coordinates(int position) {
    return new int[] {
      position / (extent[1] * extent[2]), position / extent[2] % extent[1], position % extent[2]
    };
  }

  /** What holes at these centers cut out: 1 where dropped. */
  public float[] dropped(int... centers) {
    float[] dropped = new float[positions()];
    for (int p = 0; p < dropped.length; p++) {
      for (int center : centers) {
        dropped[p] = covers(center, p) ? 1 : dropped[p];
      }
    }
    return dropped;
  }

  /** For each position, the probability that one of several holes covers it. */
  public double[] dropProbabilities(int holes) {
    double[] probabilities = new double[positions()];
    for (int p = 0; p < probabilities.length; p++) {
      int covering = 0;
      for (int center = 0; center < positions(); center++) {
        covering += covers(center, p) ? 1 : 0;
      }
      probabilities[p] = 1 - Math.pow(1 - (double) covering / positions(), holes);
    }
    return probabilities;
  }

  /** The expected kept fraction of a plane. */
  public double keptFraction(int holes) {
    return 1 - Arrays.stream(dropProbabilities(holes)).average().orElse(0);
  }
}
