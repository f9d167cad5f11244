package io.github.dropblock.accuracy.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionLossTest {
  private static final int VALUES = Targets.CLASSES + 4;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private static double focal(boolean item, double logit) {
    double p = 1 / (1 + Math.exp(-logit));
    return item
        ? -0.25 * Math.pow(1 - p, 1.5) * Math.log(p)
        : -0.75 * Math.pow(p, 1.5) * Math.log(1 - p);
  }

  private static double smoothL1(double error) {
    double size = Math.abs(error);
    return size < 0.1 ? size * size / 0.2 : size - 0.05;
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "0, 0", "1, 2.5", "0, 2.5", "1, -4.6", "0, -4.6"})
  void focalLossIsThatOfItsFormula(float item, float logit) {
    NDArray classes = manager.create(new float[] {item});

    float loss = DetectionLoss.focal(classes, manager.create(new float[] {logit})).getFloat();

    double expected = focal(item == 1, logit);
    assertEquals(expected, loss, 1e-5 * Math.max(1e-3, expected));
  }

  @Test
  void hugeLogitsHaveAFiniteFocalLoss() {
    NDArray classes = manager.create(new float[] {1, 0, 1, 0});
    NDArray logits = manager.create(new float[] {-200, 200, 200, -200});

    float[] losses = DetectionLoss.focal(classes, logits).toFloatArray();

    assertEquals(0.25 * 200, losses[0], 1e-3);
    assertEquals(0.75 * 200, losses[1], 1e-3);
    assertEquals(0, losses[2]);
    assertEquals(0, losses[3]);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 0.03f, -0.03f, 0.1f, 0.7f, -2})
  void smoothL1LossIsThatOfItsFormula(float error) {
    float loss = DetectionLoss.smoothL1(manager.create(new float[] {error})).getFloat();

    assertEquals(smoothL1(error), loss, 1e-6);
  }

  /** Anchors: an item's, a background's, and one that is not judged. */
  @Test
  void theSumIsDividedByTheAnchorsThatAreToFindAnItem() {
    float[] targets = new float[3 * Targets.WIDTH];
    targets[2] = 1;
    targets[Targets.JUDGED] = 1;
    targets[Targets.FOREGROUND] = 1;
    targets[Targets.OFFSETS + 1] = 0.5f;
    targets[Targets.WIDTH + Targets.JUDGED] = 1;
    float[] answers = new float[3 * VALUES];
    answers[2] = 1;
    answers[3] = -1;
    answers[VALUES] = 2;
    answers[VALUES + Targets.CLASSES] = 7;
    answers[2 * VALUES] = 9;

    double expected = focal(true, 1) + focal(false, -1) + focal(false, 2) + smoothL1(0.5);
    expected += (8 + 9) * focal(false, 0);
    assertEquals(expected, loss(targets, answers), 1e-4);

    targets[Targets.WIDTH] = 1;
    targets[Targets.WIDTH + Targets.FOREGROUND] = 1;
    expected += focal(true, 2) - focal(false, 2) + smoothL1(7);
    assertEquals(expected / 2, loss(targets, answers), 1e-4);
  }

  @Test
  void withoutItemsTheSumIsNotDivided() {
    float[] targets = new float[Targets.WIDTH];
    targets[Targets.JUDGED] = 1;

    assertEquals(10 * focal(false, 0), loss(targets, new float[VALUES]), 1e-5);
  }

  private float loss(float[] targets, float[] answers) {
    long anchors = targets.length / Targets.WIDTH;
    NDArray target = manager.create(targets, new Shape(1, anchors, Targets.WIDTH));
    NDArray answer = manager.create(answers, new Shape(1, anchors, VALUES));
    return new DetectionLoss().evaluate(new NDList(target), new NDList(answer)).getFloat();
  }
}
