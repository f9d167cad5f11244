package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.GammaRule;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine's own activations, counted by the engine, against the closed form, within 4 standard
 * errors that are taken from the variance between independent planes or samples. Seeds are fixed.
 * False-alarm rate: 6.3e-5 for each of the 7 comparisons, about 4.4e-4 for the class.
 */
class StatisticsTest extends EngineTest {
  private static final long[] SHAPE = {64, 32, 14, 14};

  static List<Regularizer> ofPlanes() {
    return List.of(
        DropBlock.builder().keepProb(.9).blockSize(7).seed(1).build(),
        DropBlock.builder().gammaRule(GammaRule.EXACT).keepProb(.8).blockSize(5).seed(2).build(),
        Dropout.of(.7, 3),
        SpatialDropout.of(.7, 4));
  }

  @ParameterizedTest
  @MethodSource("ofPlanes")
  void planesKeepWhatIsExpected(Regularizer regularizer) {
    assertKept(regularizer, 64 * 32);
  }

  static List<Regularizer> ofSamples() {
    return List.of(DropPath.of(.7, 1), Cutout.of(2, 6, 2));
  }

  @ParameterizedTest
  @MethodSource("ofSamples")
  void samplesKeepWhatIsExpected(Regularizer regularizer) {
    assertKept(regularizer, 64);
  }

  private static void assertKept(Regularizer regularizer, int independent) {
    double expected = regularizer.expectedKeptFraction(Shape.nchw(64, 32, 14, 14));
    Tensor y = train(new DropBlockModule(regularizer), numbers(SHAPE));
    assertMean(expected, kept(y, independent));
  }

  /** The kept fraction of each of a number of equal parts. */
  private static double[] kept(Tensor y, int parts) {
    float[] fractions = floats(y.ne(new Scalar(0)).to(ScalarType.Float).reshape(parts, -1).mean(1));
    double[] kept = new double[parts];
    Arrays.setAll(kept, i -> fractions[i]);
    return kept;
  }

  private static void assertMean(double expected, double[] independent) {
    double mean = Arrays.stream(independent).average().orElseThrow();
    double squares = Arrays.stream(independent).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (independent.length - 1) / independent.length);
    assertTrue(
        Math.abs(mean - expected) <= 4 * error,
        () -> "mean " + mean + ", expected " + expected + ", standard error " + error);
  }

  /** Over many steps of a small batch, so that steps are seen to be independent draws. */
  @Test
  void stepsKeepWhatIsExpected() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.8).blockSize(3).seed(7).build();
    DropBlockModule module = new DropBlockModule(dropBlock);
    Tensor x = numbers(1, 1, 9, 8);
    double[] kept = new double[2000];
    for (int i = 0; i < kept.length; i++) {
      try (PointerScope step = new PointerScope()) {
        kept[i] = kept(train(module, x), 1)[0];
      }
    }
    assertMean(dropBlock.expectedKeptFraction(Shape.nchw(1, 1, 9, 8)), kept);
  }

  /** Normalization by the tensor keeps the sum of equal activations, but for rounding. */
  @Test
  void theMeanStays() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.7).blockSize(5).seed(7).build();
    Tensor y = train(new DropBlockModule(dropBlock), ones(SHAPE));
    assertEquals(1, y.to(ScalarType.Double).mean().item_double(), 1e-6);
  }
}
