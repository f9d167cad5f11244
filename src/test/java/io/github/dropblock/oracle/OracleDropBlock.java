package io.github.dropblock.oracle;

import java.util.Random;

/** The paper's algorithm 1 on float masks, for tests to compare with. */
public final class OracleDropBlock {
  private OracleDropBlock() {}

  /** Equation 1 for any map and block, term by term. */
  public static double gamma(double keepProb, int[] extents, int[] blocks) {
    double gamma = 1 - keepProb;
    for (int axis = 0; axis < extents.length; axis++) {
      double block = Math.min(blocks[axis], extents[axis]);
      gamma *= extents[axis] / block / (extents[axis] - block + 1);
    }
    return gamma;
  }

  /** The dropped positions (1, else 0) of consecutive planes, one random number for each site. */
  public static float[] dropped(Random random, OraclePlane plane, double gamma, int planes) {
    float[] dropped = new float[planes * plane.positions()];
    for (int i = 0; i < planes; i++) {
      float[] seeds = new float[plane.sites()];
      for (int site = 0; site < seeds.length; site++) {
        seeds[site] = random.nextDouble() < gamma ? 1 : 0;
      }
      System.arraycopy(plane.grow(seeds), 0, dropped, i * plane.positions(), plane.positions());
    }
    return dropped;
  }

  /** {@code x * mask * count(mask) / count_ones(mask)}, in the paper's order. */
  public static float[] apply(float[] x, float[] dropped) {
    float ones = 0;
    for (float d : dropped) {
      ones += 1 - d;
    }
    float[] y = new float[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] * (1 - dropped[i]) * dropped.length / ones;
    }
    return y;
  }
}
