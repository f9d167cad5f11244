package io.github.dropblock;

import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.apply.ScaleRule.Basis;
import java.util.function.DoubleSupplier;

/**
 * Choice of the scale that kept positions are multiplied by. If nothing is kept, the scale is 0 and
 * not infinite, so that the output is never NaN.
 *
 * @since 0.1.0
 */
public enum Normalization {
  /**
   * size / kept over the whole tensor (the paper, algorithm 1). A sample's output then depends on
   * the other samples of its batch.
   */
  TENSOR(Basis.TENSOR),

  /** size / kept over each sample. */
  SAMPLE(Basis.SAMPLE),

  /** size / kept over each plane: one channel of one sample. */
  PLANE(Basis.PLANE),

  /**
   * 1 / expected kept fraction, the same for each mask, at most {@link Float#MAX_VALUE}. A sample's
   * output then does not depend on its batch. For {@link GammaRule#EXACT}, {@link Dropout}, {@link
   * SpatialDropout} and {@link DropPath} the scale is 1 / keepProb.
   */
  EXPECTED(Basis.EXPECTATION),

  /** 1: kept positions are unchanged. */
  NONE(Basis.NOTHING);

  private final Basis basis;

  Normalization(Basis basis) {
    this.basis = basis;
  }

  /** Returns the normalization with an internal form. */
  static Normalization of(Basis basis) {
    return switch (basis) {
      case TENSOR -> TENSOR;
      case SAMPLE -> SAMPLE;
      case PLANE -> PLANE;
      case EXPECTATION -> EXPECTED;
      case NOTHING -> NONE;
    };
  }

  /** Returns the internal form. */
  Basis basis() {
    return basis;
  }

  /**
   * Returns the rule for the scales. The expected kept fraction is computed only if it is needed.
   */
  ScaleRule rule(DoubleSupplier expectedKeptFraction) {
    return switch (this) {
      case EXPECTED -> ScaleRule.expected(expectedKeptFraction.getAsDouble());
      case NONE -> ScaleRule.NONE;
      default -> ScaleRule.counted(basis);
    };
  }
}
