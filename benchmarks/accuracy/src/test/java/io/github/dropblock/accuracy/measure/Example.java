package io.github.dropblock.accuracy.measure;

/** Four images of two classes, with numbers that can be worked out by hand. */
final class Example {
  private Example() {}

  /** The third is wrong; the entropies have an order of their own. */
  static Predictions predictions() {
    return new Predictions(
        new float[][] {{0.9f, 0.1f}, {0.2f, 0.8f}, {0.6f, 0.4f}, {0.35f, 0.65f}},
        new int[] {0, 1, 1, 1},
        new double[] {0.1, 0.4, 0.3, 0.2},
        new double[] {0, 0, 0, 0});
  }
}
