package io.github.dropblock.playground;

import io.github.dropblock.BlockSize;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;

/**
 * The regularizer that the visitor chose. Not each kind uses each choice.
 *
 * @param block the size of a block, of Cutout's holes or of a cell
 * @param cutouts the number of Cutout's holes
 * @param sharing null if the kind has none
 */
record Choices(
    Kind kind,
    double keepProb,
    BlockSize block,
    int cutouts,
    HoleChoices holes,
    GridChoices grid,
    SeedRegion region,
    GammaRule rule,
    double gammaScale,
    MaskSharing sharing,
    Normalization normalization,
    FillChoice fill,
    long seed) {
  static final long SEED = 29;

  /** Holes are drawn one after the other, so a page with very many would stand still. */
  static final int MOST_HOLES = 1000;

  /** Stands for what a regularizer has if its user chooses nothing. */
  private static final String OWN = "OWN";

  private static final int BLOCK = 7;

  static Choices read(Query query) {
    Kind kind = query.constant("regularizer", Kind.DROP_BLOCK, Kind.values());
    return new Choices(
        kind,
        query.real("keepProb", 0.9),
        block(query),
        query.inRange("holes", 1, 0, MOST_HOLES),
        HoleChoices.read(query),
        GridChoices.read(query),
        query.constant("seedRegion", SeedRegion.VALID, SeedRegion.values()),
        query.constant("gammaRule", GammaRule.PAPER, GammaRule.values()),
        query.real("gammaScale", 1),
        kind.sharing() == null ? null : own(query, "sharing", kind.sharing(), MaskSharing.values()),
        own(query, "normalization", kind.normalization(), Normalization.values()),
        FillChoice.read(query),
        query.integer("seed", SEED));
  }

  private static <E extends Enum<E>> E own(Query query, String name, E own, E[] all) {
    return query.text(name, OWN).equals(OWN) ? own : query.constant(name, own, all);
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
    return fill.type() == FillChoice.Type.OWN ? regularizer : regularizer.withFill(fill.fill());
  }
}
