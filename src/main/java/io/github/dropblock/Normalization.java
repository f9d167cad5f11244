package io.github.dropblock;

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
  TENSOR,

  /** size / kept over each sample. */
  SAMPLE,

  /** size / kept over each plane: one channel of one sample. */
  PLANE,

  /**
   * 1 / expected kept fraction, the same for each mask: the expectation of the output is the input,
   * whatever the batch. That is 1 / keepProb where keepProb is what is kept: for dropout of
   * elements, planes and samples, and for {@link GammaRule#EXACT}. At most {@link Float#MAX_VALUE}.
   */
  EXPECTED,

  /** 1: nothing makes up for what is dropped. */
  NONE
}
