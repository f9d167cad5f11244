package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.DropMask;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.oracle.ElementwiseOracle;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/** Regularizers of any choices: rejected, or with masks that agree with each other. */
final class RegularizerCheck {
  private RegularizerCheck() {}

  static void check(FuzzedDataProvider data) {
    Setup.draw(data).ifPresent(setup -> check(data, setup));
  }

  private static void check(FuzzedDataProvider data, Setup setup) {
    Kind.REGULARIZERS.checkRoundTrips(setup.regularizer());
    Shape shape = Draws.shape(data);
    double expected = setup.regularizer().expectedKeptFraction(shape);
    assertTrue(expected >= 0 && expected <= 1, () -> "" + expected);
    long step = Draws.counter(data);
    long first = Draws.counter(data);
    boolean allowed = step >= 0 && first >= 0 && first <= Long.MAX_VALUE - shape.n();
    if (setup.isQuick()) {
      Attempt.of(
              allowed, () -> setup.regularizer().sample(shape, step, first), "step", "firstSample")
          .ifPresent(mask -> check(data, setup, mask, step, first));
    }
  }

  private static void check(
      FuzzedDataProvider data, Setup setup, DropMask mask, long step, long first) {
    MaskCheck.check(mask, setup.regularizer(), step, first);
    Kind.MASKS.checkRoundTrips(mask);
    Regularizer copy = Regularizer.fromBytes(setup.regularizer().toBytes());
    MaskCheck.assertSame(mask, copy.sample(mask.shape(), step, first));
    checkSplit(setup, mask, step, first, data.consumeInt(0, mask.shape().n()));
    // Last, for it changes the mask to that of another step and back.
    DropMask other = setup.regularizer().sample(mask.shape(), step ^ 1, first);
    setup.regularizer().sampleInto(other, step, first);
    MaskCheck.assertSame(mask, other);
  }

  /** The samples before one and those from it on, drawn apart. */
  private static void checkSplit(Setup setup, DropMask mask, long step, long first, int at) {
    Shape shape = mask.shape();
    ElementwiseOracle whole = ElementwiseOracle.ofAnswers(mask);
    int sampleSize = shape.c() * shape.planeSize();
    checkPart(setup, mask, whole, setup.regularizer().sample(shape.withN(at), step, first), 0);
    Shape rest = shape.withN(shape.n() - at);
    DropMask second = setup.regularizer().sample(rest, step, first + at);
    checkPart(setup, mask, whole, second, at * sampleSize);
  }

  private static void checkPart(
      Setup setup, DropMask mask, ElementwiseOracle whole, DropMask part, int from) {
    int to = from + part.shape().size();
    ElementwiseOracle oracle = ElementwiseOracle.ofAnswers(part);
    assertTrue(Arrays.equals(whole.kept(), from, to, oracle.kept(), 0, to - from));
    assertTrue(Arrays.equals(whole.fills(), from, to, oracle.fills(), 0, to - from));
    if (setup.regularizer().normalization() == Normalization.TENSOR) {
      DropMask joined = part.withTotals(mask.keptCount(), mask.shape().size());
      assertEquals(mask.scale(), joined.scale());
      Kind.MASKS.checkRoundTrips(joined);
    }
  }
}
