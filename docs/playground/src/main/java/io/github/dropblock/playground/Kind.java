package io.github.dropblock.playground;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import java.util.function.Function;

/** The regularizers by their names in the page's address. */
enum Kind {
  DROP_BLOCK("DropBlock.builder", MaskSharing.NONE, Normalization.TENSOR, Kind::dropBlock),
  DROPOUT("Dropout.of", MaskSharing.NONE, Normalization.EXPECTED, Kind::dropout),
  SPATIAL_DROPOUT(
      "SpatialDropout.of", MaskSharing.NONE, Normalization.EXPECTED, Kind::spatialDropout),
  DROP_PATH("DropPath.of", null, Normalization.EXPECTED, c -> DropPath.of(c.keepProb(), c.seed())),
  DROP_PATH_OF_BATCH(
      "DropPath.ofBatch",
      null,
      Normalization.EXPECTED,
      c -> DropPath.ofBatch(c.keepProb(), c.seed())),
  ALPHA_DROPOUT(
      "AlphaDropout.of",
      null,
      Normalization.EXPECTED,
      c -> AlphaDropout.of(c.keepProb(), c.seed())),
  ALPHA_DROPOUT_OF_PLANES(
      "AlphaDropout.ofPlanes",
      null,
      Normalization.EXPECTED,
      c -> AlphaDropout.ofPlanes(c.keepProb(), c.seed())),
  CUTOUT("Cutout.of", null, Normalization.NONE, c -> Cutout.of(c.cutouts(), c.block(), c.seed())),
  HOLES(
      "Holes.builder",
      MaskSharing.CHANNELS,
      Normalization.NONE,
      c -> c.holes().of(c.region(), c.sharing(), c.seed())),
  PATCHES("Patches.of", MaskSharing.CHANNELS, Normalization.NONE, Kind::patches),
  PATCHES_EXACTLY("Patches.exactly", MaskSharing.CHANNELS, Normalization.NONE, Kind::patches),
  GRID_MASK(
      "GridMask.of",
      MaskSharing.CHANNELS,
      Normalization.NONE,
      c -> c.grid().of(c.sharing(), c.seed()));

  private final String method;
  private final MaskSharing sharing;
  private final Normalization normalization;
  private final Function<Choices, Regularizer> constructor;

  Kind(
      String method,
      MaskSharing sharing,
      Normalization normalization,
      Function<Choices, Regularizer> constructor) {
    this.method = method;
    this.sharing = sharing;
    this.normalization = normalization;
    this.constructor = constructor;
  }

  /** Returns the name of the class in the library. */
  String className() {
    return method.substring(0, method.indexOf('.'));
  }

  /** Returns the method that creates a regularizer or its builder, with its class. */
  String method() {
    return method;
  }

  /** Returns the sharing of a regularizer whose user chooses none; null if there is no choice. */
  MaskSharing sharing() {
    return sharing;
  }

  /** Returns the normalization of a regularizer whose user chooses none. */
  Normalization normalization() {
    return normalization;
  }

  /** Tells whether its own fill and normalization are an affine step. */
  boolean isAlpha() {
    return this == ALPHA_DROPOUT || this == ALPHA_DROPOUT_OF_PLANES;
  }

  /** Tells whether it has a keepProb, which a schedule can drive. */
  boolean hasKeepProb() {
    return this != CUTOUT && this != HOLES && this != GRID_MASK;
  }

  /** Returns the regularizer with its own normalization and fill. */
  Regularizer of(Choices choices) {
    return constructor.apply(choices);
  }

  private static DropBlock dropBlock(Choices choices) {
    return DropBlock.builder()
        .keepProb(choices.keepProb())
        .blockSize(choices.block())
        .seedRegion(choices.region())
        .gammaRule(choices.rule())
        .gammaScale(choices.gammaScale())
        .sharing(choices.sharing())
        .seed(choices.seed())
        .build();
  }

  private static Dropout dropout(Choices choices) {
    return Dropout.of(choices.keepProb(), choices.seed()).withSharing(choices.sharing());
  }

  private static SpatialDropout spatialDropout(Choices choices) {
    return SpatialDropout.of(choices.keepProb(), choices.seed()).withSharing(choices.sharing());
  }

  private static Patches patches(Choices choices) {
    Patches patches =
        choices.kind() == PATCHES
            ? Patches.of(choices.block(), choices.keepProb(), choices.seed())
            : Patches.exactly(choices.block(), choices.keepProb(), choices.seed());
    return patches.withSharing(choices.sharing());
  }
}
