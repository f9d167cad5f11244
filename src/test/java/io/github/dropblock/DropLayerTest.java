package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.random.ThreefrySpecification;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A layer in a training loop. Masks of 480 fair coins are equal with probability 2^-480. */
class DropLayerTest {
  private static final Shape SHAPE = Shape.nchw(4, 5, 4, 6);
  private static final Dropout COINS = Dropout.of(.5, 7);

  private final Tensor x = MaskSetup.of(COINS, SHAPE).input();
  private final Tensor ones = Tensor.full(SHAPE, 1);
  private final DropLayer layer = DropLayer.of(COINS).step(0);

  @Test
  void trainingIsTheRegularizersOwnMask() {
    assertTrue(layer.isTraining());
    for (long step : new long[] {0, 1, 17, Long.MAX_VALUE}) {
      DropMask mask = COINS.sample(SHAPE, step);
      assertEquals(mask.apply(x), layer.step(step).forward(x));
      assertEquals(mask.backward(ones), layer.backward(ones));
      assertEquals(step, layer.step());
    }
    assertEquals(6, layer.step(5).nextStep().step());
  }

  @Test
  void evaluationCopies() {
    Tensor y = layer.eval().forward(x);
    assertFalse(layer.isTraining());
    assertEquals(x, y);
    assertNotSame(x.data(), y.data());
    Tensor dx = layer.backward(ones);
    assertEquals(ones, dx);
    assertNotSame(ones.data(), dx.data());
  }

  @Test
  void evaluationNeverAdvancesAnything() {
    layer.step(3);
    Tensor first = layer.forward(x);
    LayerState before = layer.state();
    layer.eval();
    for (int i = 0; i < 5; i++) {
      layer.forward(x);
      layer.backward(ones);
    }
    layer.train();
    assertEquals(before, layer.state());
    Tensor second = layer.forward(x);
    DropLayer undisturbed = DropLayer.of(COINS).step(3);
    assertEquals(first, undisturbed.forward(x));
    assertEquals(second, undisturbed.forward(x));
    assertEquals(undisturbed.backward(ones), layer.backward(ones));
    assertEquals(undisturbed.backward(ones), layer.backward(ones));
  }

  /** Use u > 0 has the first word of the block with key (seed, u) and counter (-1, -1) as seed. */
  @Test
  void eachUseOfAStepHasAnotherMask() {
    Set<Tensor> seen = new HashSet<>();
    for (int step = 0; step < 3; step++) {
      layer.step(step);
      for (int use = 0; use < 10; use++) {
        long seed = use == 0 ? 7 : ThreefrySpecification.block(7, use, -1, -1)[0];
        Tensor y = layer.forward(ones);
        assertEquals(COINS.withSeed(seed).sample(SHAPE, step).apply(ones), y);
        assertTrue(seen.add(y));
        assertEquals(use + 1, layer.state().use());
      }
    }
  }

  @Test
  void goingBackToAStepRepeatsItsUses() {
    Tensor first = layer.step(2).forward(x);
    Tensor second = layer.forward(x);
    layer.nextStep().forward(x);
    assertEquals(first, layer.step(2).forward(x));
    assertEquals(second, layer.forward(x));
  }

  /** The output of a use is its multipliers, since the input is all ones; so is its gradient. */
  @Test
  void backwardPassesComeInTheReverseOrder() {
    Tensor first = layer.forward(ones);
    Tensor second = layer.forward(ones);
    assertEquals(second, layer.backward(ones));
    Tensor third = layer.forward(ones);
    assertEquals(third, layer.backward(ones));
    assertEquals(first, layer.backward(ones));
    assertNotEquals(second, third);
  }

  @Test
  void aGradientWithoutAForwardPassIsRejected() {
    assertNothingLeft(0);
    layer.forward(x);
    layer.backward(ones);
    assertNothingLeft(0);
    layer.forward(x);
    layer.nextStep();
    assertNothingLeft(1);
  }

  private void assertNothingLeft(long step) {
    Exception e = assertThrows(IllegalStateException.class, () -> layer.backward(ones));
    assertEquals("no forward pass is left for a backward pass, at step " + step, e.getMessage());
  }

  /** A rejected gradient leaves the forward pass waiting. */
  @Test
  void rejectedCallsAdvanceNothing() {
    Tensor y = layer.forward(ones);
    LayerState before = layer.state();
    assertThrows(IllegalArgumentException.class, () -> layer.forward(null));
    assertThrows(IllegalArgumentException.class, () -> layer.forward(x, -1));
    assertThrows(IllegalArgumentException.class, () -> layer.backward(null));
    assertThrows(IllegalArgumentException.class, () -> layer.backward(x.slice(0, 1)));
    assertThrows(IllegalArgumentException.class, () -> layer.step(-1));
    assertThrows(IllegalArgumentException.class, () -> layer.restore(null));
    assertEquals(before, layer.state());
    assertEquals(y, layer.backward(ones));
    layer.eval().enableAtInference();
    assertThrows(IllegalArgumentException.class, () -> layer.forward(x, -1));
    assertEquals(0, layer.state().draw());
  }

  @Test
  void theScheduleIsFollowed() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 10);
    DropBlock dropBlock = DropBlock.builder().keepProb(.1).blockSize(2).seed(3).build();
    DropLayer scheduled = DropLayer.of(dropBlock, schedule);
    assertEquals(x, scheduled.forward(x));
    for (long step : new long[] {0, 5, 10, 5, 99}) {
      scheduled.step(step);
      DropBlock at = dropBlock.withKeepProb(schedule.at(step));
      assertEquals(at.sample(SHAPE, step).apply(x), scheduled.forward(x));
      long seed = ThreefrySpecification.block(3, 1, -1, -1)[0];
      assertEquals(at.withSeed(seed).sample(SHAPE, step).apply(x), scheduled.forward(x));
    }
    assertTrue(scheduled.toString().contains(schedule.toString()), scheduled::toString);
    assertTrue(scheduled.toString().contains("step=99"), scheduled::toString);
  }

  /** What was drawn with one seed is nothing to a state with another. */
  @Test
  void aStateBringsItsSeed() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.5).blockSize(2).seed(3).build();
    DropLayer layer = DropLayer.of(dropBlock).step(0);
    LayerState start = DropLayer.of(dropBlock.withSeed(4)).step(0).state();
    for (int use = 0; use < 2; use++) {
      layer.forward(x);
    }
    layer.restore(start);
    DropLayer other = DropLayer.of(dropBlock.withSeed(4)).step(0);
    for (int use = 0; use < 2; use++) {
      assertEquals(other.forward(x), layer.forward(x), "use " + use);
    }
  }

  /** A schedule that starts at 0 must not be taken for one that was already applied. */
  @Test
  void aScheduleMayBeginWithZero() {
    DropLayer scheduled = DropLayer.of(COINS, KeepProbSchedule.linear(0, 1, 2));
    assertEquals(Tensor.zeros(SHAPE), scheduled.forward(ones));
    assertEquals(ones, scheduled.step(2).forward(ones));
    assertEquals(Tensor.zeros(SHAPE), scheduled.step(0).forward(ones));
  }

  @Test
  void partsOfABatchGetThePartsOfItsMask() {
    Tensor whole = layer.forward(x);
    Tensor again = layer.forward(x);
    for (int n = 0; n < 4; n++) {
      DropLayer worker = DropLayer.of(COINS).step(0);
      assertEquals(whole.slice(n, 1), worker.forward(x.slice(n, 1), n));
      assertEquals(again.slice(n, 1), worker.forward(x.slice(n, 1), n));
    }
  }

  @Test
  void shapesMayChangeFromUseToUse() {
    Tensor other = Tensor.full(Shape.ncw(2, 3, 7), 1);
    layer.forward(ones);
    Tensor y = layer.forward(other);
    assertEquals(other.shape(), y.shape());
    assertEquals(y, layer.backward(other));
    assertEquals(SHAPE, layer.backward(ones).shape());
  }

  @Test
  void cutoutHasNoKeepProbAndNeedsNone() {
    Cutout cutout = Cutout.of(2, 3, 5);
    DropLayer images = DropLayer.of(cutout).step(4);
    assertEquals(cutout.sample(SHAPE, 4).apply(x), images.forward(x));
    assertNotEquals(images.forward(ones), images.forward(ones));
    assertEquals(x, images.eval().forward(x));
  }

  @Test
  void badArguments() {
    assertMessage("regularizer must not be null", () -> DropLayer.of(null));
    assertMessage("regularizer must not be null", () -> DropLayer.of(null, s -> 1));
    assertMessage("schedule must not be null", () -> DropLayer.of(COINS, null));
    assertMessage("x must not be null", () -> layer.forward(null));
    assertMessage("dy must not be null", () -> layer.backward(null));
    assertMessage("step must be >= 0: -1", () -> layer.step(-1));
    assertMessage("state must not be null", () -> layer.restore(null));
    assertMessage("step must be >= 0: -2", () -> new LayerState(0, -2, 0, 0, true));
    assertMessage("use must be >= 0: -2", () -> new LayerState(0, 0, -2, 0, true));
    assertMessage("draw must be >= 0: -2", () -> new LayerState(0, 0, 0, -2, true));
    assertMessage("use must be 0 where told is false: 3", () -> new LayerState(0, 5, 3, 0, false));
    assertMessage(
        "keepProb must be in [0, 1]: 1.5", () -> DropLayer.of(COINS, s -> 1.5).forward(x));
  }

  /** Forward passes without backward passes must not fill the memory. */
  @Test
  void theOldestMasksAreForgottenAndTheErrorSaysSo() {
    Tensor small = Tensor.full(Shape.nchw(1, 1, 8, 8), 1);
    DropLayer evaluating = DropLayer.of(COINS);
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < WaitingMasks.MOST + 3; i++) {
      outputs.add(evaluating.forward(small));
    }
    for (int i = outputs.size() - 1; i >= 3; i--) {
      assertEquals(outputs.get(i), evaluating.backward(small));
    }
    Exception e = assertThrows(IllegalStateException.class, () -> evaluating.backward(small));
    assertTrue(e.getMessage().contains("the oldest were forgotten: at most 4096"), e.getMessage());
  }

  @Test
  void backwardAtInferenceUsesTheMaskOfItsForwardPass() {
    layer.eval().enableAtInference();
    Tensor first = layer.forward(ones);
    Tensor second = layer.forward(ones);
    assertNotEquals(first, second);
    assertEquals(second, layer.backward(ones));
    assertEquals(first, layer.backward(ones));
    assertNothingLeft(0);
    assertEquals(ones, layer.disableAtInference().backward(ones));
  }

  @Test
  void theScheduleIsAskedOncePerDraw() {
    AtomicInteger asked = new AtomicInteger();
    KeepProbSchedule counted =
        step -> {
          asked.incrementAndGet();
          return .5;
        };
    DropLayer asking = DropLayer.of(COINS, counted);
    for (int draw = 1; draw <= 5; draw++) {
      asking.forward(x);
      assertEquals(draw, asked.get());
    }
  }
}
