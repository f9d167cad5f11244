package io.github.dropblock.benchmarks.plan;

import java.util.Locale;

/**
 * What is asked of the regularizer.
 *
 * @param blockSize side of a block; 1 is dropout
 * @param keepProb the probability to keep a position
 */
public record Setting(int blockSize, double keepProb) {
  /** The paper's best. */
  public static final Setting PAPER = new Setting(7, 0.9);

  /** Dropout: blocks of one position. */
  public static Setting dropout(double keepProb) {
    return new Setting(1, keepProb);
  }

  /** How the table names it. */
  public String label() {
    String dropout = blockSize == 1 ? " (dropout)" : "";
    return String.format(Locale.ROOT, "b %d%s, keepProb %.2f", blockSize, dropout, keepProb);
  }
}
