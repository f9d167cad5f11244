package io.github.dropblock.accuracy.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private static ConfusionMatrix of(int[][] counts) {
    ConfusionMatrix matrix = new ConfusionMatrix(counts.length);
    for (int truth = 0; truth < counts.length; truth++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        for (int i = 0; i < counts[truth][predicted]; i++) {
          matrix.add(truth, predicted);
        }
      }
    }
    return matrix;
  }

  @Test
  void meanIouIsThatOfAHandComputedMatrix() {
    ConfusionMatrix matrix = of(new int[][] {{5, 1, 0}, {2, 3, 1}, {0, 0, 4}});

    assertEquals(5.0 / 8, matrix.iou(0).getAsDouble());
    assertEquals(3.0 / 7, matrix.iou(1).getAsDouble());
    assertEquals(4.0 / 5, matrix.iou(2).getAsDouble());
    assertEquals((0.625 + 3.0 / 7 + 0.8) / 3, matrix.meanIou(), 1e-12);
  }

  @Test
  void aLabelThatNeitherOccursNorIsGivenDoesNotCount() {
    ConfusionMatrix matrix = of(new int[][] {{3, 0, 1}, {0, 0, 0}, {0, 0, 0}});

    assertTrue(matrix.iou(1).isEmpty());
    assertEquals(0, matrix.iou(2).getAsDouble());
    assertEquals(0.75 / 2, matrix.meanIou());
  }

  @Test
  void withoutPixelsThereIsNoMean() {
    assertThrows(IllegalStateException.class, () -> new ConfusionMatrix(3).meanIou());
  }
}
