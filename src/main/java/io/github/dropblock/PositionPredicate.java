package io.github.dropblock;

/**
 * Condition on the position of an element.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PositionPredicate {
  /**
   * Tests a position.
   *
   * @param n the sample, in [0, N)
   * @param c the channel, in [0, C)
   * @param d the layer, in [0, D); 0 for maps without layers
   * @param h the row, in [0, H); 0 for maps without rows
   * @param w the column, in [0, W)
   * @return true if the condition is met
   */
  boolean test(int n, int c, int d, int h, int w);
}
