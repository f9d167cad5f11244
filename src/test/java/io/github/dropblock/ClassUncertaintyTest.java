package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Entropy and mutual information of class probabilities. */
class ClassUncertaintyTest {
  private static final Shape SHAPE = Shape.nc(3, 2);

  /** One sample is sure, one is unsure in each draw, and one is sure of another class each time. */
  @Test
  void disagreementIsToldFromAmbiguity() {
    Iterator<float[]> outputs =
        List.of(new float[] {1, 0, .5f, .5f, 1, 0}, new float[] {1, 0, .5f, .5f, 0, 1}).iterator();
    MonteCarlo draws =
        MonteCarlo.ofProbabilities(2, () -> Tensor.of(outputs.next().clone(), SHAPE));
    float log2 = (float) Math.log(2);
    assertEquals(Tensor.of(new float[] {0, log2, log2}, Shape.nc(3, 1)), draws.entropy());
    assertEquals(Tensor.of(new float[] {0, 0, log2}, Shape.nc(3, 1)), draws.mutualInformation());
    assertEquals(.5f, draws.mean().data()[4]);
    assertEquals(.5f, draws.variance().data()[4]);
  }

  /** Against the definition, over maps of positions. */
  @Test
  void eachPositionHasItsOwnDistribution() {
    Shape shape = Shape.nchw(2, 4, 3, 2);
    Random random = new Random(3);
    MonteCarlo accumulated = MonteCarlo.ofProbabilities(shape);
    double[][] mean = new double[12][4];
    double[] entropies = new double[12];
    for (int draw = 0; draw < 5; draw++) {
      Tensor output = Tensor.zeros(shape);
      for (int at = 0; at < 12; at++) {
        float[] p = distribution(random);
        for (int c = 0; c < 4; c++) {
          output.set(at / 6, c, at % 6 / 2, at % 2, p[c]);
          mean[at][c] += p[c] / 5.0;
          entropies[at] -= p[c] * Math.log(p[c]) / 5;
        }
      }
      accumulated.add(output);
    }
    for (int at = 0; at < 12; at++) {
      double entropy = 0;
      for (double p : mean[at]) {
        entropy -= p * Math.log(p);
      }
      assertEquals(entropy, accumulated.entropy().data()[at], 1e-6);
      assertEquals(entropy - entropies[at], accumulated.mutualInformation().data()[at], 1e-6);
    }
  }

  private static float[] distribution(Random random) {
    float[] p = new float[4];
    float rest = 1;
    for (int c = 0; c < 3; c++) {
      p[c] = rest * (.1f + .8f * random.nextFloat());
      rest -= p[c];
    }
    p[3] = rest;
    return p;
  }

  @Test
  void whatIsNoDistributionIsRefusedAndNotAdded() {
    MonteCarlo draws = MonteCarlo.ofProbabilities(SHAPE);
    assertMessage(
        "output must be probabilities with the sum 1 over C: 1.5 at sample 1, position 0",
        () -> draws.add(Tensor.of(new float[] {1, 0, 1, .5f, 0, 1}, SHAPE)));
    for (float bad : new float[] {Float.NaN, -1, 2}) {
      assertMessage(
          "output must be probabilities in [0, 1]: " + (double) bad + " at sample 1, position 0",
          () -> draws.add(Tensor.of(new float[] {1, 0, bad, 1 - bad, 0, 1}, SHAPE)));
    }
    assertEquals(0, draws.draws());
    assertThrows(IllegalStateException.class, draws::entropy);
    MonteCarlo plain = MonteCarlo.of(2, () -> Tensor.full(SHAPE, 3));
    Exception e = assertThrows(IllegalStateException.class, plain::mutualInformation);
    assertTrue(e.getMessage().contains("MonteCarlo.ofProbabilities"), e.getMessage());
    assertMessage("shape must not be null", () -> MonteCarlo.ofProbabilities(null));
  }
}
