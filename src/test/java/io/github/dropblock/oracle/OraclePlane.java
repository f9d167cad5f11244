package io.github.dropblock.oracle;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One plane of the paper's algorithm in floats and plain loops: slow, literal, and written without
 * a look at the library's code.
 */
public final class OraclePlane {
  private final int[] extent;
  private final int[] block;
  private final List<int[]> starts = new ArrayList<>();

  /** A plane of the shape; the block is cut to the map, axis by axis. */
  public OraclePlane(OracleRegion region, Shape shape, int blockD, int blockH, int blockW) {
    OracleAxis depth = new OracleAxis(region, shape.d(), blockD);
    OracleAxis height = new OracleAxis(region, shape.h(), blockH);
    OracleAxis width = new OracleAxis(region, shape.w(), blockW);
    extent = new int[] {depth.extent(), height.extent(), width.extent()};
    block = new int[] {depth.block(), height.block(), width.block()};
    for (int z = 0; z < depth.sites(); z++) {
      for (int y = 0; y < height.sites(); y++) {
        for (int x = 0; x < width.sites(); x++) {
          starts.add(new int[] {depth.start(z), height.start(y), width.start(x)});
        }
      }
    }
  }

  /** The number of sites at which a seed may lie. */
  public int sites() {
    return starts.size();
  }

  /** The number of positions of the plane. */
  public int positions() {
    return extent[0] * extent[1] * extent[2];
  }

  /** Seeds (1 or 0 for each site) grown to blocks: 1 where dropped. */
  public float[] grow(float[] seeds) {
    int rows = extent[1] + 2 * block[1];
    int row = extent[2] + 2 * block[2];
    float[] padded = new float[(extent[0] + 2 * block[0]) * rows * row];
    for (int site = 0; site < seeds.length; site++) {
      int[] s = starts.get(site);
      padded[((s[0] + block[0]) * rows + s[1] + block[1]) * row + s[2] + block[2]] = seeds[site];
    }
    float[] pooled = new float[positions()];
    int i = 0;
    for (int z = 0; z < extent[0]; z++) {
      for (int y = 0; y < extent[1]; y++) {
        for (int x = 0; x < extent[2]; x++) {
          pooled[i++] = maxOfWindow(padded, rows, row, z, y, x);
        }
      }
    }
    return pooled;
  }

  /** The window holds each start whose block covers the position; it ends at the position. */
  private float maxOfWindow(float[] padded, int rows, int row, int z, int y, int x) {
    float max = 0;
    for (int k = z + 1; k <= z + block[0]; k++) {
      for (int j = y + 1; j <= y + block[1]; j++) {
        for (int i = x + 1; i <= x + block[2]; i++) {
          max = Math.max(max, padded[(k * rows + j) * row + i]);
        }
      }
    }
    return max;
  }

  /** The most seeds that a mask allows: each site whose whole block, cut at edges, is dropped. */
  public float[] seedsOf(float[] dropped) {
    float[] seeds = new float[sites()];
    for (int site = 0; site < seeds.length; site++) {
      boolean whole = true;
      for (int position : block(site)) {
        whole &= dropped[position] == 1;
      }
      seeds[site] = whole ? 1 : 0;
    }
    return seeds;
  }

  /** How many sites cover each position. */
  public int[] coverage() {
    int[] covering = new int[positions()];
    for (int site = 0; site < sites(); site++) {
      for (int position : block(site)) {
        covering[position]++;
      }
    }
    return covering;
  }

  /** The positions of the map that the block of a site covers. */
  private int[] block(int site) {
    int[] s = starts.get(site);
    int[] positions = new int[block[0] * block[1] * block[2]];
    int count = 0;
    for (int z = Math.max(s[0], 0); z < Math.min(s[0] + block[0], extent[0]); z++) {
      for (int y = Math.max(s[1], 0); y < Math.min(s[1] + block[1], extent[1]); y++) {
        for (int x = Math.max(s[2], 0); x < Math.min(s[2] + block[2], extent[2]); x++) {
          positions[count++] = (z * extent[1] + y) * extent[2] + x;
        }
      }
    }
    return Arrays.copyOf(positions, count);
  }

  /** The probability of each position to be dropped: {@code 1 - (1 - gamma)^n}. */
  public double[] dropProbabilities(double gamma) {
    return Arrays.stream(coverage()).mapToDouble(n -> 1 - Math.pow(1 - gamma, n)).toArray();
  }

  /** The mean over positions of {@code (1 - gamma)^n}. */
  public double keptFraction(double gamma) {
    return Arrays.stream(coverage()).mapToDouble(n -> Math.pow(1 - gamma, n)).average().orElse(1);
  }
}
