package io.github.dropblock;

import io.github.dropblock.internal.apply.ScaleRule;
import io.github.dropblock.internal.apply.ScaleRule.Basis;
import java.util.function.DoubleSupplier;

/**
 * What kept positions are multiplied by. Where nothing is kept, nothing is divided by 0: the output
 * is what is written to dropped positions, never NaN.
 *
 * @since 0.1.0
 */
public enum Normalization {
  /**
   * size / kept over the whole tensor (the paper, algorithm 1). A sample's output depends on its
   * batch mates.
   */
  TENSOR(Basis.TENSOR),

  /** size / kept over each sample. */
  SAMPLE(Basis.SAMPLE),

  /** size / kept over each plane: one channel of one sample. */
  PLANE(Basis.PLANE),

  /**
   * 1 / expected kept fraction, the same for each mask: the expectation of the output is the input,
   * whatever the batch. That is 1 / keepProb where keepProb is what is kept: for dropout of
   * elements, planes and samples, and for {@link GammaRule#EXACT}. At most {@link Float#MAX_VALUE}.
   */
  EXPECTED(Basis.EXPECTATION),

  /** 1: nothing makes up for what is dropped. */
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

  /** Returns the rule for the scales; asks for the expected kept fraction only if it matters. */
  ScaleRule rule(DoubleSupplier expectedKeptFraction) {
    return switch (this) {
      case EXPECTED -> ScaleRule.expected(expectedKeptFraction.getAsDouble());
      case NONE -> ScaleRule.NONE;
      default -> ScaleRule.counted(basis);
    };
  }
}
