package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rates of positions agree with the library's own closed form, and with its masks. */
class ClosedFormTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "height=14&width=14",
        "height=14&width=9&blockHeight=4&blockWidth=20",
        "height=7&width=7&seedRegion=WHOLE",
        "height=14&width=14&seedRegion=WHOLE&blockHeight=6&blockWidth=3&keepProb=0.6",
        "height=9&width=12&seedRegion=EXTENDED&gammaRule=EXACT&keepProb=0.3",
        "height=9&width=12&gammaScale=3",
        "regularizer=DROPOUT&keepProb=0.3",
        "regularizer=SPATIAL_DROPOUT",
        "regularizer=DROP_PATH",
        "regularizer=DROP_PATH_OF_BATCH",
        "regularizer=DROPOUT&keepProb=0.3&sharing=ALL",
        "regularizer=ALPHA_DROPOUT&keepProb=0.3",
        "regularizer=ALPHA_DROPOUT_OF_PLANES&keepProb=0.7",
        "regularizer=CUTOUT&holes=3&blockHeight=9&blockWidth=9&height=20&width=30",
        "regularizer=HOLES&height=14&width=20",
        "regularizer=HOLES&minHoles=0&maxHoles=3&seedRegion=WHOLE&probability=0.8",
        "regularizer=HOLES&seedRegion=EXTENDED&minArea=0.1&maxArea=1&minAspect=0.01&maxAspect=9",
        "regularizer=HOLES&holeSize=SIDES&minLength=1&maxLength=99&seedRegion=EXTENDED&width=9",
        "regularizer=HOLES&holeSize=SIDES&minHoles=2&maxHoles=5&inverse=yes&height=12&width=9",
        "regularizer=HOLES&holeSize=BAR_OF_HEIGHT&minLength=0&maxLength=5&minHoles=2&maxHoles=2",
        "regularizer=HOLES&holeSize=BAR_OF_WIDTH&seedRegion=WHOLE&sharing=NONE",
        "regularizer=PATCHES&keepProb=0.3&height=20&width=17",
        "regularizer=PATCHES_EXACTLY&keepProb=0.3&blockWidth=3&height=20&width=17",
        "regularizer=GRID_MASK&height=20&width=17",
        "regularizer=GRID_MASK&minPeriod=3&maxPeriod=9&holeRatio=0.7&inverse=yes&probability=0.6",
        "regularizer=GRID_MASK&minPeriod=5&maxPeriod=90&height=1&width=17"
      })
  void ratesHaveTheExpectedMeanAndAreThoseOfMasks(String state) {
    Experiment experiment = new Experiment(Settings.read(state));
    double[] rates = experiment.rates();
    double mean = Arrays.stream(rates).average().orElseThrow();
    assertEquals(1 - experiment.expectedKeptFraction(), mean, 1e-12);

    int steps = 4000;
    for (int i = 0; i < steps; i++) {
      experiment.counts().add();
    }
    double[] counted = experiment.counts().rates();
    // At least 4,000 independent masks: five standard deviations are at most 0.04 at a position.
    for (int i = 0; i < rates.length; i++) {
      assertEquals(rates[i], counted[i], 0.04, "position " + i);
    }
    assertEquals(experiment.expectedKeptFraction(), experiment.counts().meanKept(), 0.03);
  }
}
