package io.github.dropblock.internal.apply;

/**
 * Rule that gives the scale of kept elements.
 *
 * @param basis number that the kept elements are compared with
 * @param fixed the scale of the whole tensor if it does not follow from the bits; NaN if it does
 */
public record ScaleRule(Basis basis, float fixed) {
  /** Number that the kept elements are compared with. */
  public enum Basis {
    /** The elements of the tensor. */
    TENSOR,

    /** The elements of each sample. */
    SAMPLE,

    /** The elements of each plane. */
    PLANE,

    /** The number of elements that the regularizer keeps on average. */
    EXPECTATION,

    /** None: the scale is 1. */
    NOTHING
  }

  /** Leaves kept elements as they are. */
  public static final ScaleRule NONE = new ScaleRule(Basis.NOTHING, 1f);

  /** Returns a rule that counts the bits of the tensor, of each sample or of each plane. */
  public static ScaleRule counted(Basis basis) {
    return new ScaleRule(basis, Float.NaN);
  }

  /**
   * Returns a rule that compensates for an expected kept fraction. The scale is limited to the
   * largest float, and is 0 for the fraction 0.
   */
  public static ScaleRule expected(double keptFraction) {
    float scale = keptFraction == 0 ? 0f : (float) Math.min(1 / keptFraction, Float.MAX_VALUE);
    return fixed(scale);
  }

  /** Returns a rule with a scale that follows from the regularizer alone. */
  public static ScaleRule fixed(float scale) {
    return new ScaleRule(Basis.EXPECTATION, scale);
  }

  /** Tells whether the whole tensor has one scale. */
  public boolean isSingle() {
    return basis != Basis.SAMPLE && basis != Basis.PLANE;
  }

  /** Tells whether the single scale of the tensor follows from the bits. */
  boolean isCounted() {
    return Float.isNaN(fixed);
  }
}
