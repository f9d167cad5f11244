package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.LabelSmoothing;
import java.util.stream.IntStream;

/** Label smoothing of any labels and distributions: rejected, or distributions. */
final class SmoothingCheck {
  private static final int MAX_SIZE = 1 << 16;

  /** The sum of a given row may be this far from 1; rounding to float adds less. */
  private static final double TOLERANCE = 1.1e-3;

  private SmoothingCheck() {}

  static void check(FuzzedDataProvider data) {
    double share = Draws.probability(data);
    Attempt.of(share >= 0 && share <= 1, () -> LabelSmoothing.of(share), "smoothing")
        .ifPresent(
            smoothing -> {
              checkLabels(data, smoothing);
              checkDistributions(data, smoothing);
            });
  }

  private static void checkLabels(FuzzedDataProvider data, LabelSmoothing smoothing) {
    int classes = Draws.length(data);
    int[] labels =
        IntStream.generate(
                () -> Draws.oneIn(16, data) ? Draws.anyInt(data) : data.consumeInt(0, 11))
            .limit(data.consumeInt(0, 6))
            .toArray();
    long size = (long) labels.length * classes;
    if (size > MAX_SIZE && size <= Integer.MAX_VALUE) {
      return;
    }
    boolean allowed =
        classes >= 1
            && size <= MAX_SIZE
            && IntStream.of(labels).allMatch(label -> label >= 0 && label < classes);
    Attempt.of(allowed, () -> smoothing.smooth(labels, classes), "labels", "classes")
        .ifPresent(
            rows -> {
              checkRows(rows, size, classes);
              for (int i = 0; i < rows.length; i++) {
                double given = labels[i / classes] == i % classes ? 1 : 0;
                assertEquals((float) smoothed(smoothing, given, classes), rows[i]);
              }
            });
  }

  private static double smoothed(LabelSmoothing smoothing, double given, int classes) {
    return (1 - smoothing.smoothing()) * given + smoothing.smoothing() / classes;
  }

  /** Rows that need not be distributions. */
  private static void checkDistributions(FuzzedDataProvider data, LabelSmoothing smoothing) {
    int classes = Draws.length(data);
    float[] given = new float[data.consumeInt(0, 4) * Math.max(1, Math.min(classes, 12))];
    for (int i = 0; i < given.length; i++) {
      given[i] = Draws.oneIn(32, data) ? data.consumeFloat() : 1f / classes;
    }
    Attempt.of(() -> smoothing.smooth(given, classes))
        .ifPresent(rows -> checkRows(rows, given.length, classes));
  }

  private static void checkRows(float[] rows, long length, int classes) {
    assertEquals(length, rows.length);
    for (int from = 0; from < rows.length; from += classes) {
      double sum = 0;
      for (int i = from; i < from + classes; i++) {
        assertTrue(rows[i] >= 0 && rows[i] <= 1, () -> "not a probability");
        sum += rows[i];
      }
      assertEquals(1, sum, TOLERANCE);
    }
  }
}
