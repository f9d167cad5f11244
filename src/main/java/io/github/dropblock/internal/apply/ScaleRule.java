package io.github.dropblock.internal.apply;

/**
 * How the scale of kept elements follows from a mask.
 *
 * @param basis what kept elements are compared with
 * @param fixed the scale of the whole tensor if it does not follow from the bits; NaN if it does
 */
public record ScaleRule(Basis basis, float fixed) {
  /** What kept elements are compared with. */
  public enum Basis {
    /** The elements of the tensor. */
    TENSOR,

    /** The elements of each sample. */
    SAMPLE,

    /** The elements of each plane. */
    PLANE,

    /** The number of elements that the regularizer keeps on average. */
    EXPECTATION,

    /** Nothing: the scale is 1. */
    NOTHING
  }

  /** Leaves kept elements as they are. */
  public static final ScaleRule NONE = new ScaleRule(Basis.NOTHING, 1f);

  /** Returns the rule that counts the bits of the tensor, of each sample or of each plane. */
  public static ScaleRule counted(Basis basis) {
    return new ScaleRule(basis, Float.NaN);
  }

  /**
   * Returns the rule that makes up for an expected kept fraction, as far as floats go; its scale is
   * 0 for 0.
   */
  public static ScaleRule expected(double keptFraction) {
    float scale = keptFraction == 0 ? 0f : (float) Math.min(1 / keptFraction, Float.MAX_VALUE);
    return new ScaleRule(Basis.EXPECTATION, scale);
  }

  /** Tells whether the whole tensor has one scale. */
  public boolean isSingle() {
    return basis != Basis.SAMPLE && basis != Basis.PLANE;
  }

  /** Tells whether the one scale of the tensor follows from the bits. */
  boolean isCounted() {
    return Float.isNaN(fixed);
  }
}
