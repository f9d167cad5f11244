package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Mean and variance against sums in two passes, and against what they are to estimate. */
class MonteCarloProperties {
  private static final Shape SHAPE = Shape.ncw(1, 2, 3);

  @Provide
  Arbitrary<List<float[]>> outputs() {
    return Arbitraries.floats()
        .between(-1e6f, 1e6f)
        .array(float[].class)
        .ofSize(6)
        .list()
        .ofMinSize(2)
        .ofMaxSize(30);
  }

  @Property(tries = 100)
  void meanAndVarianceAreThoseOfTwoPasses(@ForAll("outputs") List<float[]> outputs) {
    Iterator<float[]> next = outputs.iterator();
    MonteCarlo monteCarlo =
        MonteCarlo.of(outputs.size(), () -> Tensor.of(next.next().clone(), SHAPE));
    assertEquals(outputs.size(), monteCarlo.draws());
    for (int i = 0; i < 6; i++) {
      int at = i;
      double mean = outputs.stream().mapToDouble(y -> y[at]).average().orElseThrow();
      double squares = outputs.stream().mapToDouble(y -> Math.pow(y[at] - mean, 2)).sum();
      double largest = outputs.stream().mapToDouble(y -> Math.abs(y[at])).max().orElseThrow();
      double variance = squares / (outputs.size() - 1);
      // One rounding to float, and some of doubles of the size of the largest.
      double error = largest * 0x1p-45;
      assertEquals(mean, monteCarlo.mean().data()[i], Math.abs(mean) * 0x1p-24 + error);
      assertEquals(variance, monteCarlo.variance().data()[i], variance * 0x1p-23 + largest * error);
    }
  }

  /** A large offset, at which the difference of two sums of squares would be all error. */
  @Example
  void aSmallVarianceAroundALargeMean() {
    MonteCarlo monteCarlo = new MonteCarlo(Shape.ncw(1, 1, 1));
    for (int i = 0; i < 1000; i++) {
      monteCarlo.add(Tensor.of(new float[] {0x1p23f + i % 2}, Shape.ncw(1, 1, 1)));
    }
    assertEquals(0.25 * 1000 / 999, monteCarlo.variance().data()[0], 1e-6);
    assertEquals(0x1p23f + .5f, monteCarlo.mean().data()[0]);
  }

  @Example
  void equalOutputsHaveNoVarianceAndTheViewsAreCopies() {
    Tensor batch = Tensor.full(SHAPE.withN(3), .1f);
    MonteCarlo monteCarlo = MonteCarlo.of(7, () -> batch.slice(2, 1));
    assertEquals(Tensor.full(SHAPE, .1f), monteCarlo.mean());
    assertEquals(Tensor.zeros(SHAPE), monteCarlo.variance());
    monteCarlo.mean().data()[0] = 9;
    assertEquals(Tensor.full(SHAPE, .1f), monteCarlo.mean());
  }

  /**
   * A linear map after DropBlock that is normalized by its expectation: the mean output is the
   * map's own, and the sample variance says how near. False-alarm rate: 6.3e-5, beyond 4 standard
   * errors.
   */
  @Example
  void theMeanOfALinearMapIsTheMapOfTheInput() {
    Shape shape = Shape.nchw(1, 3, 8, 8);
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(.8)
            .blockSize(3)
            .seedRegion(SeedRegion.EXTENDED)
            .gammaRule(GammaRule.EXACT)
            .normalization(Normalization.EXPECTED)
            .seed(21)
            .build();
    DropLayer layer = DropLayer.of(dropBlock).eval().enableAtInference();
    Tensor x = Tensor.zeros(shape);
    double expected = 0;
    for (int i = 0; i < shape.size(); i++) {
      x.data()[i] = i % 7 - 2;
      expected += x.data()[i] * weight(i);
    }
    int draws = 4000;
    MonteCarlo outputs = MonteCarlo.of(draws, () -> weighted(layer.forward(x)));
    double error = Math.sqrt(outputs.variance().data()[0] / draws);
    double z = (outputs.mean().data()[0] - expected) / error;
    assertEquals(0, z, NormalDistribution.of(0, 1).inverseSurvivalProbability(3.15e-5));
  }

  private static double weight(int i) {
    return 1 + i % 5;
  }

  private static Tensor weighted(Tensor y) {
    double sum = 0;
    for (int i = 0; i < y.data().length; i++) {
      sum += y.data()[i] * weight(i);
    }
    return Tensor.of(new float[] {(float) sum}, Shape.ncw(1, 1, 1));
  }

  @Example
  void badArguments() {
    MonteCarlo none = new MonteCarlo(SHAPE);
    Tensor one = Tensor.zeros(SHAPE);
    assertMessage("shape must not be null", () -> new MonteCarlo(null));
    assertMessage("draws must be >= 1: 0", () -> MonteCarlo.of(0, () -> one));
    assertMessage("network must not be null", () -> MonteCarlo.of(1, null));
    assertMessage("output must not be null", () -> MonteCarlo.of(1, () -> null));
    assertMessage("output must not be null", () -> none.add(null));
    assertMessage(
        "output must have the shape NCW(1, 2, 3): NCW(2, 2, 3)",
        () -> none.add(Tensor.zeros(SHAPE.withN(2))));
    Iterator<Tensor> two = List.of(one, Tensor.zeros(SHAPE.withN(0))).iterator();
    assertMessage(
        "output must have the shape NCW(1, 2, 3): NCW(0, 2, 3)", () -> MonteCarlo.of(2, two::next));
    assertEquals(0, none.draws());
    assertThrows(IllegalStateException.class, none::mean);
    none.add(one);
    Exception e = assertThrows(IllegalStateException.class, none::variance);
    assertEquals("draws must be at least 2: 1", e.getMessage());
  }

  private static void assertMessage(String message, Runnable call) {
    Exception e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }
}
