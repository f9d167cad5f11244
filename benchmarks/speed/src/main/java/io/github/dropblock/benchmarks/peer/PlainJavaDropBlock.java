package io.github.dropblock.benchmarks.peer;

import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.Random;

/**
 * Algorithm 1 of the paper in Java as one writes it first: a random number for each site, a float
 * for each element of the mask, and a max pool for each axis.
 */
public final class PlainJavaDropBlock {
  private final Shape shape;
  private final int block;
  private final double gamma;
  private final Random random;
  private final float[] seeds;
  private final float[] rows;
  private final float[] mask;

  /** Makes all arrays, so that a call allocates nothing. */
  public PlainJavaDropBlock(Shape shape, Setting setting, long seed) {
    this.shape = shape;
    this.block = Math.min(setting.blockSize(), Math.min(shape.h(), shape.w()));
    this.gamma = PaperGamma.of(shape, setting);
    this.random = new Random(seed);
    this.seeds = new float[shape.planeSize()];
    this.rows = new float[shape.planeSize()];
    this.mask = new float[shape.size()];
  }

  /**
   * Draws a mask and applies it.
   *
   * @param x not modified
   * @param out overwritten
   */
  public void apply(float[] x, float[] out) {
    double kept = 0;
    for (int first = 0; first < mask.length; first += shape.planeSize()) {
      drawSeeds();
      growAlongRows();
      kept += growAlongColumns(first);
    }
    float scale = (float) (mask.length / Math.max(kept, 1));
    for (int i = 0; i < mask.length; i++) {
      out[i] = x[i] * mask[i] * scale;
    }
  }

  private void drawSeeds() {
    Arrays.fill(seeds, 0);
    for (int h = 0; h <= shape.h() - block; h++) {
      for (int w = 0; w <= shape.w() - block; w++) {
        seeds[h * shape.w() + w] = random.nextDouble() < gamma ? 1 : 0;
      }
    }
  }

  private void growAlongRows() {
    for (int h = 0; h < shape.h(); h++) {
      for (int w = 0; w < shape.w(); w++) {
        float max = 0;
        for (int k = Math.max(0, w - block + 1); k <= w; k++) {
          max = Math.max(max, seeds[h * shape.w() + k]);
        }
        rows[h * shape.w() + w] = max;
      }
    }
  }

  private double growAlongColumns(int first) {
    double kept = 0;
    for (int h = 0; h < shape.h(); h++) {
      for (int w = 0; w < shape.w(); w++) {
        float max = 0;
        for (int k = Math.max(0, h - block + 1); k <= h; k++) {
          max = Math.max(max, rows[k * shape.w() + w]);
        }
        mask[first + h * shape.w() + w] = 1 - max;
        kept += 1 - max;
      }
    }
    return kept;
  }
}
