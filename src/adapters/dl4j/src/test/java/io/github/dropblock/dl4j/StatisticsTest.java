package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.GammaRule;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.SpatialDropout;
import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Activations of a network in training are dropped at the rate of the closed form. */
class StatisticsTest {
  private static final int ITERATIONS = 200;
  private static final long[] SHAPE = {8, 8, 11, 10};

  static Stream<Regularizer> regularizers() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.8).blockSize(4).seed(11).build();
    return Stream.of(
        dropBlock,
        DropBlock.builder()
            .keepProb(.8)
            .blockSize(4)
            .gammaRule(GammaRule.EXACT)
            .seedRegion(SeedRegion.EXTENDED)
            .seed(12)
            .build(),
        Dropout.of(.6, 13),
        SpatialDropout.of(.7, 14),
        DropPath.of(.5, 15),
        Cutout.of(2, 5, 16));
  }

  /**
   * Iterations are independent, and 4 standard errors, taken from their variance, are allowed.
   * Seeds are fixed; with one chosen at random, a right build would fail with probability 6.3e-5
   * for each regularizer, both tails of the normal distribution.
   */
  @ParameterizedTest
  @MethodSource("regularizers")
  void keptFractionsAreThoseOfTheClosedForm(Regularizer regularizer) {
    double[] kept = new double[ITERATIONS];
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(),
            InputType.convolutional(SHAPE[2], SHAPE[3], SHAPE[1]),
            new DropoutLayer(DropBlockDropout.of(regularizer)));
    SeenActivations seen = new SeenActivations(0);
    network.setListeners(seen);
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    INDArray y = Nd4j.zeros(DataType.FLOAT, SHAPE[0], Networks.CLASSES);
    for (int i = 0; i < ITERATIONS; i++) {
      network.fit(x, y);
      kept[i] = seen.seen().get(i).neq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
    }
    double expected = regularizer.expectedKeptFraction(Layouts.shape(x, DataLayout.CHANNELS_FIRST));
    assertMean(expected, kept);
  }

  private static void assertMean(double expected, double[] independent) {
    double mean = Arrays.stream(independent).average().orElseThrow();
    double squares = Arrays.stream(independent).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (independent.length - 1) / independent.length);
    assertTrue(error > 0 && error < 0.02, () -> "standard error " + error);
    assertEquals(expected, mean, 4 * error);
  }
}
