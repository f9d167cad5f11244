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
    assertMessage("labels[1] must be in [0, 2]: 3", () -> TENTH.smooth(new int[] {0, 3}, 3));
    assertMessage("labels[0] must be in [0, 2]: -1", () -> TENTH.smooth(new int[] {-1}, 3));
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
