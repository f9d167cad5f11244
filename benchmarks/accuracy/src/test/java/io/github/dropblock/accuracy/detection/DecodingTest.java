package io.github.dropblock.accuracy.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodingTest {
  private static final int VALUES = Targets.CLASSES + 4;

  private static Detection found(int label, double score, double left) {
    return new Detection(label, score, new Rectangle(left, 0, left + 10, 10));
  }

  @Test
  void theLikeliestOfOverlappingDetectionsIsKeptForEachLabel() {
    Detection best = found(1, 0.9, 0);
    Detection near = found(1, 0.8, 3);
    Detection far = found(1, 0.7, 5);
    Detection other = found(2, 0.6, 0);

    assertEquals(
        List.of(best, far, other), Decoding.withoutRepetitions(List.of(other, far, near, best)));
  }

  /** What is dropped drops nothing itself. */
  @Test
  void aDroppedDetectionDoesNotDropOthers() {
    Detection first = found(1, 0.9, 0);
    Detection second = found(1, 0.8, 3);
    Detection third = found(1, 0.7, 6);

    assertEquals(List.of(first, third), Decoding.withoutRepetitions(List.of(first, second, third)));
  }

  @Test
  void ofManyTheLikeliestHundredAreKept() {
    Detection likely = found(1, 0.9, 0);
    List<Detection> many =
        new ArrayList<>(Collections.nCopies(200, new Detection(2, 0.1, ofNoSize())));
    many.add(likely);

    List<Detection> kept = Decoding.withoutRepetitions(many);

    assertEquals(Decoding.MOST, kept.size());
    assertEquals(likely, kept.get(0));
  }

  private static Rectangle ofNoSize() {
    return new Rectangle(0, 0, 0, 0);
  }

  @Test
  void detectionsComeFromTheLogitsAndOffsetsOfTheirScene() {
    float[] answers = new float[2 * Anchors.ALL.size() * VALUES];
    for (int at = 0; at < answers.length; at += VALUES) {
      Arrays.fill(answers, at, at + Targets.CLASSES, -9);
    }
    int anchor = Anchors.ALL.size() - 1;
    int at = (Anchors.ALL.size() + anchor) * VALUES;
    answers[at + 6] = (float) Math.log(3);
    answers[at + Targets.CLASSES] = -0.5f;

    assertEquals(List.of(), Decoding.of(answers, 0));
    Detection detection = Decoding.of(answers, 1).get(0);
    assertEquals(1, Decoding.of(answers, 1).size());
    assertEquals(7, detection.label());
    assertEquals(0.75, detection.score(), 1e-6);
    Rectangle expected = Anchors.ALL.get(anchor);
    assertEquals(expected.left() - expected.width() / 2, detection.rectangle().left(), 1e-4);
    assertEquals(48, detection.rectangle().bottom(), "cut at the border");
  }
}
