package io.github.dropblock.accuracy.segmentation;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How many pixels of each true label got each label. */
final class ConfusionMatrix {
  private final int labels;
  private final long[] counts;

  ConfusionMatrix(int labels) {
    this.labels = labels;
    this.counts = new long[labels * labels];
  }

  void add(int truth, int predicted) {
    counts[truth * labels + predicted]++;
  }

  /**
   * Intersection over union of a label: the pixels that have and got it, as a share of those that
   * have or got it.
   *
   * @return empty if no pixel has or got it
   */
  OptionalDouble iou(int label) {
    long both = counts[label * labels + label];
    long either = -both;
    for (int other = 0; other < labels; other++) {
      either += counts[label * labels + other] + counts[other * labels + label];
    }
    return either == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / either);
  }

  /** Mean intersection over union of the labels that occur. */
  double meanIou() {
    return IntStream.range(0, labels)
        .mapToObj(this::iou)
        .flatMapToDouble(OptionalDouble::stream)
        .average()
        .orElseThrow(() -> new IllegalStateException("no pixel was judged"));
  }
}
