package io.github.dropblock.playground;

import io.github.dropblock.BlockSize;
import io.github.dropblock.Fill;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;

/** The regularizer that the visitor chose. Not each kind uses each choice. */
record Choices(
    Kind kind,
    double keepProb,
    BlockSize block,
    int holes,
    SeedRegion region,
    GammaRule rule,
    double gammaScale,
    MaskSharing sharing,
    Normalization normalization,
    FillChoice fill,
    long seed) {
  static final long SEED = 29;
  private static final int BLOCK = 7;

  /** Cutout draws hole after hole, so a page with very many would stand still. */
  private static final int MOST_HOLES = 1000;

  static Choices read(Query query) {
    Kind kind = query.constant("regularizer", Kind.DROP_BLOCK, Kind.values());
    String normalization = query.text("normalization", "");
    return new Choices(
        kind,
        query.real("keepProb", 0.9),
        block(query),
        query.inRange("holes", 1, 0, MOST_HOLES),
        query.constant("seedRegion", SeedRegion.VALID, SeedRegion.values()),
        query.constant("gammaRule", GammaRule.PAPER, GammaRule.values()),
        query.real("gammaScale", 1),
        query.constant("sharing", MaskSharing.NONE, MaskSharing.values()),
        normalization.isEmpty()
            ? kind.normalization()
            : query.constant("normalization", Normalization.NONE, Normalization.values()),
        FillChoice.read(query),
        query.integer("seed", SEED));
  }

  private static BlockSize block(Query query) {
    int height = query.inRange("blockHeight", BLOCK, 1, Integer.MAX_VALUE);
    int width = query.inRange("blockWidth", BLOCK, 1, Integer.MAX_VALUE);
    return height == width ? BlockSize.square(height) : BlockSize.of(height, width);
  }

  /** Returns the regularizer as the library has it. */
  Regularizer regularizer() {
    Regularizer regularizer = kind.of(this);
    if (normalization != kind.normalization()) {
      regularizer = regularizer.withNormalization(normalization);
    }
    Fill value = fill.fill();
    return value.equals(Fill.zero()) ? regularizer : regularizer.withFill(value);
  }
}
