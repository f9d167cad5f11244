package io.github.dropblock.accuracy.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.accuracy.scene.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
  private static final double EXACT = 1e-12;

  private final AveragePrecision precision = new AveragePrecision(3);

  /** A box of 10x10 pixels. */
  private static Box box(int label, int left) {
    return new Box(label, left, 0, left + 10, 10);
  }

  private static Detection found(int label, double score, int left) {
    return new Detection(label, score, Rectangle.of(box(label, left)));
  }

  /** A detection of the first rows of the box at 0. */
  private static Detection part(double score, double rows) {
    return new Detection(1, score, new Rectangle(0, 0, 10, rows));
  }

  @Test
  void findingAllIsOneAndFindingNothingIsZero() {
    precision.add(List.of(box(1, 0), box(1, 20)), List.of(found(1, 0.4, 20), found(1, 0.9, 0)));
    assertEquals(1, precision.mean(), EXACT);

    precision.add(List.of(box(2, 0)), List.of());
    assertEquals(0.5, precision.mean(), EXACT);
  }

  /**
   * Precisions 1, 1/2, 2/3 at recalls 1/2, 1/2, 1: 51 recalls, from 0 to 0.5, have 1, and 50 have
   * 2/3.
   */
  @Test
  void precisionIsInterpolatedAt101Recalls() {
    precision.add(
        List.of(box(1, 0), box(1, 20)),
        List.of(found(1, 0.9, 0), found(1, 0.8, 30), found(1, 0.7, 20)));

    assertEquals((51 + 50 * 2.0 / 3) / 101, precision.at(0.5), EXACT);
  }

  /** Precisions 0, 1/2 at recalls 0, 1/3, so 34 recalls, from 0 to 0.33, have 1/2. */
  @Test
  void recallsThatAreNeverReachedCountAsZero() {
    precision.add(
        List.of(box(1, 0), box(1, 20), box(1, 35)), List.of(found(1, 0.9, 12), found(1, 0.8, 0)));

    assertEquals(34 * 0.5 / 101, precision.at(0.5), EXACT);
  }

  /** An overlap of 0.72 is enough for 0.5, 0.55, 0.6, 0.65 and 0.7. */
  @Test
  void theMeanIsOverTenThresholds() {
    precision.add(List.of(box(1, 0)), List.of(part(0.9, 7.2)));

    assertEquals(1, precision.at(0.7), EXACT);
    assertEquals(0, precision.at(0.75), EXACT);
    assertEquals(0.5, precision.mean(), EXACT);
  }

  @Test
  void anItemIsFoundOnceAndByTheLikeliestDetection() {
    // At 0.75, the first detection is wrong and the second right; at 0.5, the other way round.
    precision.add(List.of(box(1, 0)), List.of(part(0.8, 9), part(0.9, 6)));

    assertEquals(1, precision.at(0.5), EXACT);
    assertEquals(0.5, precision.at(0.75), EXACT);
  }

  @Test
  void detectionsOfAllScenesAreSortedTogether() {
    precision.add(List.of(box(1, 0)), List.of(found(1, 0.5, 0)));
    precision.add(List.of(box(2, 0)), List.of(found(1, 0.6, 0), found(2, 0.6, 0)));

    // Label 1: wrong, then right; label 2: right.
    assertEquals((0.5 + 1) / 2, precision.at(0.5), EXACT);
  }

  @Test
  void anItemOfAnotherSceneOrLabelIsNotFound() {
    precision.add(List.of(box(1, 0)), List.of(found(2, 0.9, 0)));
    precision.add(List.of(), List.of(found(1, 0.9, 0)));

    assertEquals(0, precision.at(0.5), EXACT);
  }

  @Test
  void withoutItemsThereIsNoMean() {
    precision.add(List.of(), List.of(found(1, 0.9, 0)));

    assertThrows(IllegalStateException.class, precision::mean);
  }
}
