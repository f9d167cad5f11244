package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kept ? a * x + b : a * v + b}, which keeps the mean 0 and the variance 1. */
class AlphaDropoutTest {
  /** The limit of SELU at minus infinity, of the paper's constants. */
  private static final double ALPHA = -1.7580993408473766;

  private static final Shape SHAPE = Shape.nchw(2, 3, 4, 5);

  private static double number(DropMask mask, String key) {
    return (double) ((Map<?, ?>) mask.toMap().get("fill")).get(key);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, .05, .3, .5, .9, .999, 1 - 0x1p-53})
  void stepIsThatOfThePaper(double q) {
    double a = Math.pow(q + ALPHA * ALPHA * q * (1 - q), -.5);
    double b = -a * ALPHA * (1 - q);
    for (AlphaDropout dropout : List.of(AlphaDropout.of(q, 1), AlphaDropout.ofPlanes(q, 1))) {
      DropMask mask = dropout.sample(SHAPE, 0);
      assertEquals(a, mask.scale(), 1e-6 * a);
      assertEquals(b, number(mask, "shift"), 1e-6 * Math.abs(b));
      assertEquals(a * ALPHA * q, number(mask, "value"), 1e-6 * Math.abs(a * ALPHA * q));
      assertEquals(q, dropout.expectedKeptFraction(SHAPE));
    }
  }

  /** In closed form, for any standardized input, from the numbers that masks really have. */
  @ParameterizedTest
  @ValueSource(doubles = {.01, .2, .5, .8, .95, .999})
  void meanAndVarianceAreKeptInExpectation(double q) {
    for (float value : new float[] {-1.7580993f, -0.5f, 0, 2, 100}) {
      DropMask mask = AlphaDropout.of(q, 1).withFill(Fill.constant(value)).sample(SHAPE, 0);
      double a = mask.scale();
      double b = value == 0 ? 0 : number(mask, "shift");
      double dropped = number(mask, "value");
      double mean = q * b + (1 - q) * dropped;
      double square = q * (a * a + b * b) + (1 - q) * dropped * dropped;
      assertEquals(0, mean, 1e-6);
      assertEquals(1, square - mean * mean, 1e-6);
    }
  }

  /**
   * As PyTorch's own test: on standard normal numbers, the mean and the deviation move by less than
   * 0.1. That is more than 9 standard errors, also for the 10,000 planes, whose elements share
   * their draw: false-alarm rate below 1e-18 for each.
   */
  @ParameterizedTest
  @ValueSource(doubles = {.2, .5, .8})
  void normalInputKeepsItsMeanAndItsDeviation(double q) {
    Random random = new Random(7);
    Tensor x = Tensor.zeros(Shape.nchw(100, 100, 2, 5));
    for (int i = 0; i < x.data().length; i++) {
      x.data()[i] = (float) random.nextGaussian();
    }
    for (AlphaDropout dropout : List.of(AlphaDropout.of(q, 3), AlphaDropout.ofPlanes(q, 4))) {
      float[] y = dropout.sample(x.shape(), 0).apply(x).data();
      assertEquals(mean(x.data()), mean(y), 0.1);
      assertEquals(deviation(x.data()), deviation(y), 0.1);
      assertNotEquals(deviation(x.data()), deviation(y));
    }
  }

  private static double mean(float... values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float... values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum / values.length - mean(values) * mean(values));
  }

  /** As Deeplearning4j's own test: each element is one of the two values that it may have. */
  @Test
  void eachElementIsAsTheFormulaSays() {
    for (AlphaDropout dropout : List.of(AlphaDropout.of(.6, 3), AlphaDropout.ofPlanes(.6, 4))) {
      DropMask mask = dropout.sample(SHAPE, 2);
      Tensor x = MaskSetup.of(dropout, SHAPE).input();
      float a = mask.scale();
      float b = (float) number(mask, "shift");
      float dropped = (float) number(mask, "value");
      float[] kept = mask.toTensor().data();
      float[] y = mask.apply(x).data();
      float[] dx = mask.backward(x).data();
      for (int i = 0; i < y.length; i++) {
        float product = x.data()[i] * a;
        assertEquals(kept[i] == 1 ? product + b : dropped, y[i]);
        assertEquals(kept[i] == 1 ? product : 0, dx[i]);
      }
    }
  }

  @Test
  void bitsAreThoseOfDropoutAndSpatialDropout() {
    assertEquals(
        Dropout.of(.7, 5).sample(SHAPE, 3).dropped(),
        AlphaDropout.of(.7, 5).sample(SHAPE, 3).dropped());
    assertEquals(
        SpatialDropout.of(.7, 5).sample(SHAPE, 3).dropped(),
        AlphaDropout.ofPlanes(.7, 5).sample(SHAPE, 3).dropped());
  }

  @Test
  void withoutTheStepDroppedElementsAreTheValue() {
    DropMask mask = AlphaDropout.of(.5, 1).withNormalization(Normalization.NONE).sample(SHAPE, 0);
    assertEquals(1, mask.scale());
    assertEquals(Fill.constant((float) ALPHA), mask.fill());
  }

  /** The limit for a keepProb that goes to 0. */
  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1e-17})
  void nothingKeptIsZero(double q) {
    Tensor x = Tensor.full(SHAPE, Float.NaN);
    assertEquals(Tensor.zeros(SHAPE), AlphaDropout.of(q, 1).sample(SHAPE, 0).apply(x));
    assertEquals(Tensor.zeros(SHAPE), AlphaDropout.ofPlanes(q, 1).sample(SHAPE, 0).apply(x));
  }

  @Test
  void keepProbOneIsTheIdentityBitForBit() {
    Tensor x = Tensor.full(SHAPE, -0f);
    x.data()[3] = Float.intBitsToFloat(0x7F800001);
    Tensor y = AlphaDropout.of(1, 1).sample(SHAPE, 0).apply(x);
    for (int i = 0; i < SHAPE.size(); i++) {
      assertEquals(Float.floatToRawIntBits(x.data()[i]), Float.floatToRawIntBits(y.data()[i]));
    }
  }

  /** A mask that happens to drop nothing is no identity. */
  @Test
  void aMaskWithoutDroppedElementsStillHasItsStep() {
    DropMask mask = AlphaDropout.of(1 - 1e-4, 1).sample(SHAPE, 0).with(Normalization.NONE);
    assertEquals(SHAPE.size(), mask.keptCount());
    float shift = (float) number(mask, "shift");
    assertNotEquals(0f, shift);
    assertEquals(Tensor.full(SHAPE, 1 + shift), mask.apply(Tensor.full(SHAPE, 1)));
  }

  @Test
  void masksGoThroughMapsAndBytes() {
    for (AlphaDropout dropout : List.of(AlphaDropout.of(.5, 1), AlphaDropout.ofPlanes(.5, 2))) {
      DropMask mask = dropout.sample(SHAPE, 5);
      Tensor x = MaskSetup.of(dropout, SHAPE).input();
      for (DropMask read :
          List.of(DropMask.fromMap(mask.toMap()), DropMask.fromBytes(mask.toBytes()))) {
        assertEquals(mask, read);
        assertArrayEquals(mask.apply(x).data(), read.apply(x).data());
      }
    }
  }

  @Test
  void choicesAreKept() {
    AlphaDropout planes = AlphaDropout.ofPlanes(.5, 1);
    Threads none = Threads.none();
    AlphaDropout other =
        planes.withSeed(2).withThreads(none).withKeepProb(.25).withFill(Fill.constant(-1));
    assertEquals(true, other.perPlane());
    assertEquals(false, AlphaDropout.of(.5).perPlane());
    assertEquals(.25, other.keepProb());
    assertEquals(2, other.seed());
    assertEquals(none, other.threads());
    assertEquals(Fill.constant(-1), other.fill());
    assertEquals(planes, other.withSeed(1).withKeepProb(.5).withFill(planes.fill()));
  }

  @Test
  void otherNormalizationsAndFillsAreRefused() {
    AlphaDropout dropout = AlphaDropout.of(.5, 1);
    for (Normalization normalization :
        List.of(Normalization.TENSOR, Normalization.SAMPLE, Normalization.PLANE)) {
      String message = "normalization must be EXPECTED or NONE for AlphaDropout: " + normalization;
      assertMessage(message, () -> dropout.withNormalization(normalization));
      Map<String, Object> map = dropout.toMap();
      map.put("normalization", normalization.name());
      assertMessage(message, () -> Regularizer.fromMap(map));
    }
    for (Fill fill :
        Arrays.asList(Fill.gaussian(0, 1), Fill.perChannel(1, 2, 3), Fill.constant(1, 2))) {
      assertMessage(
          "fill must be one constant for AlphaDropout: " + fill, () -> dropout.withFill(fill));
    }
    assertMessage("fill must not be null", () -> dropout.withFill(null));
    assertMessage("normalization must not be null", () -> dropout.withNormalization(null));
    assertMessage("threads must not be null", () -> dropout.withThreads(null));
  }
}
