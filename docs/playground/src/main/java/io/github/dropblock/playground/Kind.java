package io.github.dropblock.playground;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import java.util.function.Function;

/** The regularizers by their names in the page's address. */
enum Kind {
  DROP_BLOCK("DropBlock", Normalization.TENSOR, Kind::dropBlock),
  DROPOUT("Dropout", Normalization.EXPECTED, c -> Dropout.of(c.keepProb(), c.seed())),
  SPATIAL_DROPOUT(
      "SpatialDropout", Normalization.EXPECTED, c -> SpatialDropout.of(c.keepProb(), c.seed())),
  DROP_PATH("DropPath", Normalization.EXPECTED, c -> DropPath.of(c.keepProb(), c.seed())),
  DROP_PATH_OF_BATCH(
      "DropPath", Normalization.EXPECTED, c -> DropPath.ofBatch(c.keepProb(), c.seed())),
  CUTOUT("Cutout", Normalization.NONE, c -> Cutout.of(c.holes(), c.block(), c.seed()));

  private final String className;
  private final Normalization normalization;
  private final Function<Choices, Regularizer> constructor;

  Kind(String className, Normalization normalization, Function<Choices, Regularizer> constructor) {
    this.className = className;
    this.normalization = normalization;
    this.constructor = constructor;
  }

  /** Returns the name of the class in the library. */
  String className() {
    return className;
  }

  /** Returns the name of the method that creates one. */
  String method() {
    return this == DROP_PATH_OF_BATCH ? "ofBatch" : "of";
  }

  /** Returns the normalization of a regularizer whose user chooses none. */
  Normalization normalization() {
    return normalization;
  }

  /** Returns the regularizer with its own normalization and a fill of zero. */
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
}
