package io.github.dropblock.accuracy.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against values computed by hand. */
class MeasuresTest {
  private static final double SMALL = 1e-6;

  private static Predictions sure(float confidence, int... labels) {
    float[][] probabilities = new float[labels.length][];
    for (int i = 0; i < labels.length; i++) {
      probabilities[i] = new float[] {confidence, 1 - confidence};
    }
    return new Predictions(
        probabilities, labels, new double[labels.length], new double[labels.length]);
  }

  @Test
  void accuracyIsTheShareOfTheHighestProbability() {
    assertEquals(0.75, Example.predictions().accuracy());
  }

  @Test
  void calibrationErrorIsWeightedByTheImagesOfABin() {
    Predictions predictions =
        new Predictions(
            new float[][] {{0.9f, 0.1f}, {0.25f, 0.75f}, {0.55f, 0.45f}, {0.35f, 0.65f}},
            new int[] {0, 1, 1, 1},
            new double[4],
            new double[4]);

    // (.8, 1] has one right image, (.6, .8] two right ones, and (.4, .6] a wrong one.
    double expected = ((1 - 0.9) + (2 - 0.75 - 0.65) + 0.55) / 4;

    assertEquals(expected, Calibration.error(predictions, 5), SMALL);
  }

  @Test
  void oneBinComparesAccuracyAndMeanConfidence() {
    assertEquals(Math.abs(0.75 - 0.7375), Calibration.error(Example.predictions(), 1), SMALL);
  }

  @Test
  void aNetworkThatIsAsSureAsRightIsCalibrated() {
    assertEquals(0, Calibration.error(sure(0.75f, 0, 0, 0, 1), Calibration.BINS), SMALL);
    assertEquals(0.25, Calibration.error(sure(1, 0, 0, 0, 1), Calibration.BINS), SMALL);
    assertEquals(0, Calibration.error(sure(1, 0, 0), Calibration.BINS), SMALL);
  }

  @Test
  void logLossIsTheMeanOverTrueClasses() {
    double expected = -(Math.log(0.9) + Math.log(0.8) + Math.log(0.4) + Math.log(0.65)) / 4;

    assertEquals(expected, LogLoss.of(Example.predictions()), SMALL);
  }

  @Test
  void logLossOfAnImpossibleClassIsFinite() {
    assertEquals(-Math.log(1e-12), LogLoss.of(sure(1, 1)), SMALL);
  }

  @Test
  void theMostUncertainImagesAreRejectedFirst() {
    Predictions predictions = Example.predictions();

    // By entropy: right, right, wrong, right.
    assertEquals(0.75, Rejection.accuracy(predictions, 0));
    assertEquals(2 / 3.0, Rejection.accuracy(predictions, 0.25), SMALL);
    assertEquals(1, Rejection.accuracy(predictions, 0.5));
    assertEquals(1, Rejection.accuracy(predictions, 0.75));
  }

  @Test
  void aurocCountsPairsInOrderAndHalfOfEqualOnes() {
    // 0.3 is above one and equal to one; 0.6 is above all three.
    double[] known = {0.1, 0.3, 0.5};
    double[] unknown = {0.3, 0.6};

    assertEquals((1 + 0.5 + 3) / 6, Separation.auroc(known, unknown), SMALL);
    assertEquals(1, Separation.auroc(new double[] {1, 2}, new double[] {3, 4}));
    assertEquals(0, Separation.auroc(new double[] {3, 4}, new double[] {1, 2}));
    assertEquals(0.5, Separation.auroc(new double[] {1, 1}, new double[] {1, 1, 1}));
  }

  @Test
  void aRowHasAValueForEachColumn() {
    Predictions known = Example.predictions();
    Predictions unknown =
        new Predictions(
            new float[][] {{0.5f, 0.5f}}, new int[] {0}, new double[] {0.35}, new double[] {1});
    List<String> row = Uncertainty.of(known, unknown);

    assertEquals(Uncertainty.header().size(), row.size());
    assertEquals(0.75, Uncertainty.ACCURACY.in(row));
    assertEquals(LogLoss.of(known), Uncertainty.LOG_LOSS.in(row), 1e-5);
    assertEquals(1, Uncertainty.REJECTED_50.in(row));
    assertEquals(0.75, Uncertainty.AUROC_ENTROPY.in(row), "above three of the four");
    assertEquals(1, Uncertainty.AUROC_INFORMATION.in(row));
    assertEquals("", Uncertainty.of(known).get(Uncertainty.AUROC_ENTROPY.ordinal()));
  }

  @Test
  void rejectsPredictionsOfOtherCounts() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Predictions(new float[1][2], new int[2], new double[2], new double[2]));
  }
}
