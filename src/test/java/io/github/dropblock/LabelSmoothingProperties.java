package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** {@code (1 - smoothing) q + smoothing / classes}. */
class LabelSmoothingProperties {
  private static final LabelSmoothing TENTH = LabelSmoothing.of(.1);

  @Provide
  Arbitrary<int[]> labels() {
    return Arbitraries.integers().between(0, 9).array(int[].class).ofMaxSize(20);
  }

  @Property(tries = 200)
  void labelsBecomeDistributions(
      @ForAll @DoubleRange(max = 1) double smoothing,
      @ForAll("labels") int[] labels,
      @ForAll @IntRange(min = 10, max = 50) int classes) {
    float[] rows = LabelSmoothing.of(smoothing).smooth(labels, classes);
    assertEquals(labels.length * classes, rows.length);
    for (int i = 0; i < labels.length; i++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        double q = labels[i] == k ? 1 : 0;
        float row = rows[i * classes + k];
        assertEquals((float) ((1 - smoothing) * q + smoothing / classes), row);
        sum += row;
      }
      assertEquals(1, sum, classes * 0x1p-24);
    }
  }

  /** Integer labels are distributions with a single one. */
  @Property(tries = 200)
  void labelsAreDistributions(
      @ForAll @DoubleRange(max = 1) double smoothing, @ForAll("labels") int[] labels) {
    float[] hard = new float[labels.length * 10];
    for (int i = 0; i < labels.length; i++) {
      hard[10 * i + labels[i]] = 1;
    }
    float[] before = hard.clone();
    LabelSmoothing smoothed = new LabelSmoothing(smoothing);
    assertArrayEquals(smoothed.smooth(labels, 10), smoothed.smooth(hard, 10));
    assertArrayEquals(before, hard);
  }

  @Example
  void mixedLabels() {
    float[] mixed = {.25f, .75f, 0, 0, .5f, .5f};
    float[] expected = {
      (float) (.9 * .25 + .1 / 3), (float) (.9 * .75 + .1 / 3), (float) (.1 / 3),
      (float) (.1 / 3), (float) (.9 * .5 + .1 / 3), (float) (.9 * .5 + .1 / 3)
    };
    assertArrayEquals(expected, TENTH.smooth(mixed, 3));
  }

  @Example
  void ignoredLabelsGetRowsOfZeros() {
    float[] two = TENTH.smooth(new int[] {2, 1}, 3);
    float[] expected = {two[0], two[1], two[2], 0, 0, 0, two[3], two[4], two[5]};
    assertArrayEquals(expected, TENTH.smooth(new int[] {2, -100, 1}, 3));
    assertArrayEquals(expected, TENTH.smooth(new int[] {2, 255, 1}, 3, 255));
    // A class that is ignored, such as the background, stays a class of the others.
    assertArrayEquals(expected, TENTH.smooth(new int[] {2, 0, 1}, 3, 0));
    assertMessage(
        "labels[1] must be in [0, 2] or the ignored 255: -100",
        () -> TENTH.smooth(new int[] {2, -100}, 3, 255));
  }

  @Example
  void rowsOfZerosAreIgnoredSamples() {
    float[] rows = {0, 1, 0, 0, 0, 0};
    float[] smoothed = TENTH.smooth(rows, 3);
    assertArrayEquals(TENTH.smooth(new int[] {1, -100}, 3), smoothed);
  }

  /** Multi-hot rows, or a single sigmoid: yes and no are the two classes of each target. */
  @Property(tries = 100)
  void binaryTargetsAreDistributionsOfTwoClasses(
      @ForAll @DoubleRange(max = 1) double smoothing, @ForAll("targets") float[] targets) {
    LabelSmoothing smoothed = LabelSmoothing.of(smoothing);
    float[] out = smoothed.smoothBinary(targets);
    assertEquals(targets.length, out.length);
    for (int i = 0; i < out.length; i++) {
      float[] yesAndNo = smoothed.smooth(new float[] {targets[i], 1 - targets[i]}, 2);
      assertEquals(yesAndNo[0], out[i]);
    }
  }

  @Provide
  Arbitrary<float[]> targets() {
    return Arbitraries.of(0f, 1f, .25f, .7f).array(float[].class).ofMaxSize(12);
  }

  @Example
  void multiHotRows() {
    float[] expected = {.95f, .05f, .95f, .95f};
    assertArrayEquals(expected, TENTH.smoothBinary(new float[] {1, 0, 1, 1}), 1e-7f);
    assertMessage("targets must not be null", () -> TENTH.smoothBinary(null));
    assertMessage(
        "targets[1] must be in [0, 1]: 1.5", () -> TENTH.smoothBinary(new float[] {1, 1.5f}));
    assertMessage(
        "targets[0] must be in [0, 1]: NaN", () -> TENTH.smoothBinary(new float[] {Float.NaN}));
  }

  @Example
  void limits() {
    int[] labels = {2, 0};
    assertArrayEquals(new float[] {0, 0, 1, 1, 0, 0}, LabelSmoothing.of(0).smooth(labels, 3));
    assertArrayEquals(new float[] {.5f, .5f}, LabelSmoothing.of(1).smooth(new int[] {1}, 2));
    assertArrayEquals(new float[] {1, 1}, TENTH.smooth(new int[2], 1));
    assertArrayEquals(new float[0], TENTH.smooth(new int[0], 1000));
    assertArrayEquals(new float[0], TENTH.smooth(new float[0], 1000));
    // The rounding of many floats is no error.
    TENTH.smooth(new float[] {.3333f, .3333f, .3333f}, 3);
  }

  @Example
  void badArguments() {
    for (double smoothing : new double[] {-.1, 1.1, Double.NaN}) {
      assertMessage(
          "smoothing must be in [0, 1]: " + smoothing, () -> LabelSmoothing.of(smoothing));
    }
    assertMessage("labels must not be null", () -> TENTH.smooth((int[]) null, 3));
    assertMessage("classes must be >= 1: 0", () -> TENTH.smooth(new int[1], 0));
    assertMessage(
        "labels[1] must be in [0, 2] or the ignored -100: 3",
        () -> TENTH.smooth(new int[] {0, 3}, 3));
    assertMessage(
        "labels[0] must be in [0, 2] or the ignored -100: -1",
        () -> TENTH.smooth(new int[] {-1}, 3));
    assertMessage(
        "labels.length * classes must be at most 2147483647: 4294967294",
        () -> TENTH.smooth(new int[2], Integer.MAX_VALUE));
    assertMessage("distributions must not be null", () -> TENTH.smooth((float[]) null, 3));
    assertMessage("classes must be >= 1: -1", () -> TENTH.smooth(new float[1], -1));
    assertMessage(
        "distributions.length must be a multiple of 3 classes: 4",
        () -> TENTH.smooth(new float[4], 3));
    assertMessage(
        "distributions must have rows with the sum 1: 0.5 from element 2 on",
        () -> TENTH.smooth(new float[] {1, 0, .5f, 0}, 2));
    assertMessage(
        "distributions[1] must be in [0, 1]: NaN",
        () -> TENTH.smooth(new float[] {1, Float.NaN}, 2));
    assertMessage(
        "distributions[1] must be in [0, 1]: -0.5",
        () -> TENTH.smooth(new float[] {1.5f - .5f, -.5f}, 2));
  }

  private static void assertMessage(String message, Runnable call) {
    Exception e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }
}
