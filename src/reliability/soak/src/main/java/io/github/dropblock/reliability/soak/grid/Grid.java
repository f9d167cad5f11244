package io.github.dropblock.reliability.soak.grid;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.reliability.soak.law.MapLaw;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes and choices. Shapes, block sizes, regions and keepProbs are crossed; rules and sharing
 * take turns, so that each meets each of the others.
 */
public final class Grid {
  /** Fewer and more than 64 channels; planes that end with a word of the mask, and not. */
  private static final List<Shape> SHAPES =
      List.of(
          Shape.ncw(1, 3, 100),
          Shape.ncw(1, 65, 64),
          Shape.nchw(1, 64, 14, 14),
          Shape.nchw(1, 66, 7, 7),
          Shape.nchw(1, 128, 8, 8),
          Shape.nchw(1, 5, 16, 12),
          Shape.ncdhw(1, 8, 4, 8, 8),
          Shape.ncdhw(1, 70, 3, 5, 7));

  private static final int WHOLE_MAP = Integer.MAX_VALUE;
  private static final int[] BLOCKS = {1, 2, 3, 7, WHOLE_MAP};
  private static final double[] KEEP_PROBS = {.99, .9, .5};

  private final long seed;
  private final List<Setting> settings = new ArrayList<>();
  private int turn;

  private Grid(long seed) {
    this.seed = seed;
  }

  /**
   * All settings.
   *
   * @param seed the seed of the first; each has one of its own
   */
  public static List<Setting> of(long seed) {
    Grid grid = new Grid(seed);
    for (Shape shape : SHAPES) {
      grid.addDropBlocks(shape);
      grid.addCoins(shape);
      grid.addCutouts(shape);
    }
    grid.addBatchCoins(SHAPES.get(0));
    return List.copyOf(grid.settings);
  }

  private void addDropBlocks(Shape shape) {
    for (int block : BLOCKS) {
      for (SeedRegion region : SeedRegion.values()) {
        // With single positions the regions are one and the same.
        if (block > 1 || region == SeedRegion.VALID) {
          for (double keepProb : KEEP_PROBS) {
            addDropBlock(shape, block, region, keepProb);
          }
        }
      }
    }
  }

  private void addDropBlock(Shape shape, int block, SeedRegion region, double keepProb) {
    int side = Math.min(block, Math.max(shape.d(), Math.max(shape.h(), shape.w())));
    MaskSharing[] sharings = MaskSharing.values();
    MaskSharing sharing = sharings[turn / 2 % sharings.length];
    GammaRule rule = GammaRule.values()[turn % 2];
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(keepProb)
            .blockSize(side)
            .seedRegion(region)
            .gammaRule(rule)
            .sharing(sharing)
            .seed(nextSeed())
            .build();
    MapLaw law = MapLaw.blocks(shape, side, region, dropBlock.gamma(shape));
    boolean byChannel = sharing == MaskSharing.NONE || sharing == MaskSharing.BATCH;
    boolean bySample = sharing == MaskSharing.NONE || sharing == MaskSharing.CHANNELS;
    add(new Setting(dropBlock, shape, law, byChannel ? shape.c() : 1, bySample));
  }

  private void addCoins(Shape shape) {
    for (double keepProb : KEEP_PROBS) {
      double drop = 1 - keepProb;
      MapLaw one = MapLaw.coins(1, drop);
      MapLaw plane = MapLaw.coins(shape.planeSize(), drop);
      int channels = shape.c();
      add(new Setting(Dropout.of(keepProb, nextSeed()), shape, plane, channels, true));
      add(new Setting(SpatialDropout.of(keepProb, nextSeed()), shape, one, channels, true));
      add(new Setting(DropPath.of(keepProb, nextSeed()), shape, one, 1, true));
    }
  }

  /** One decision a mask, whatever the shape. */
  private void addBatchCoins(Shape shape) {
    for (double keepProb : KEEP_PROBS) {
      MapLaw one = MapLaw.coins(1, 1 - keepProb);
      add(new Setting(DropPath.ofBatch(keepProb, nextSeed()), shape, one, 1, false));
    }
  }

  private void addCutouts(Shape shape) {
    for (int holes : new int[] {1, 3}) {
      for (int size : new int[] {1, 4, 7}) {
        MapLaw law = MapLaw.holes(shape, size, holes);
        add(new Setting(Cutout.of(holes, size, nextSeed()), shape, law, 1, true));
      }
    }
  }

  private void add(Setting setting) {
    settings.add(setting);
  }

  /** Far from each other, so that no seed is another's neighbor of one bit. */
  private long nextSeed() {
    return seed + turn++ * 0x9E3779B97F4A7C15L;
  }
}
