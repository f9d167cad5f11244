package io.github.dropblock.oracle;

import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.tensor.Shape;

/** The regularizers without blocks, as sequences of independent draws. */
public enum Coins {
  /** Element after element. */
  DROPOUT(250, 65, 2, 3, 1) {
    @Override
    public KeepProbRegularizer of(double keepProb, long seed) {
      return Dropout.of(keepProb, seed);
    }
  },

  /** Plane after plane. */
  SPATIAL_DROPOUT(1500, 65, 2, 3, 6) {
    @Override
    public KeepProbRegularizer of(double keepProb, long seed) {
      return SpatialDropout.of(keepProb, seed);
    }
  },

  /** Sample after sample. */
  DROP_PATH(100_000, 2, 1, 3, 6) {
    @Override
    public KeepProbRegularizer of(double keepProb, long seed) {
      return DropPath.of(keepProb, seed);
    }
  },

  /** Step after step, of which one mask knows only one. */
  DROP_PATH_OF_BATCH(2, 2, 1, 3, 12) {
    @Override
    public KeepProbRegularizer of(double keepProb, long seed) {
      return DropPath.ofBatch(keepProb, seed);
    }

    @Override
    public float[] draws(double keepProb, long seed, long step, long firstSample) {
      KeepProbRegularizer regularizer = of(keepProb, seed);
      float[] draws = new float[50_000];
      for (int i = 0; i < draws.length; i++) {
        draws[i] = draws(regularizer.sample(shape(), step + i, firstSample))[0];
      }
      return draws;
    }
  };

  private final int n;
  private final int c;
  private final int h;
  private final int w;
  private final int elementsOfDraw;

  Coins(int n, int c, int h, int w, int elementsOfDraw) {
    this.n = n;
    this.c = c;
    this.h = h;
    this.w = w;
    this.elementsOfDraw = elementsOfDraw;
  }

  /** The regularizer. */
  public abstract KeepProbRegularizer of(double keepProb, long seed);

  /** What is drawn for a step or, of batches, from a step on: 1 where dropped. */
  public float[] draws(double keepProb, long seed, long step, long firstSample) {
    return draws(of(keepProb, seed).sample(shape(), step, firstSample));
  }

  /** The shape of the masks. */
  final Shape shape() {
    return Shape.nchw(n, c, h, w);
  }

  final float[] draws(DropMask mask) {
    float[] dropped = MaskData.dropped(mask);
    float[] draws = new float[dropped.length / elementsOfDraw];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = dropped[i * elementsOfDraw];
    }
    return draws;
  }
}
