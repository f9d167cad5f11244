package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.internal.random.ThreefrySpecification;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * A run that is interrupted and resumed is the uninterrupted one; inference is a run of its own.
 */
class DropLayerResumeTest {
  private static final Shape SHAPE = Shape.nchw(2, 5, 8, 6);
  private static final int STEPS = 6;

  private final Tensor x = Tensor.full(SHAPE, 1.5f);

  private static DropLayer layer(long seed) {
    DropBlock dropBlock =
        DropBlock.builder().blockSize(2).fill(Fill.gaussian(0, 1)).seed(seed).build();
    return DropLayer.of(dropBlock, KeepProbSchedule.cosine(.9, .5, STEPS));
  }

  /** Two uses in each step, between which there is an evaluation; the layer is replaced at each. */
  private List<Tensor> run(UnaryOperator<DropLayer> atEachTurn) {
    List<Tensor> seen = new ArrayList<>();
    DropLayer layer = layer(1);
    for (int step = 0; step < STEPS; step++) {
      layer = atEachTurn.apply(layer.step(step));
      seen.add(layer.forward(x));
      seen.add(layer.backward(x));
      layer = atEachTurn.apply(layer);
      seen.add(layer.forward(x));
      seen.add(layer.backward(x));
      layer = atEachTurn.apply(layer);
    }
    return seen;
  }

  @Test
  void resumedRunsAreTheUninterruptedOne() {
    List<Tensor> expected = run(layer -> layer);
    assertEquals(4 * STEPS, new HashSet<>(expected).size());
    // The configuration of the new process has another seed: the state's counts.
    assertEquals(expected, run(old -> layer(99).restore(old.state())));
    assertEquals(expected, run(old -> layer(99).restore(LayerState.fromMap(old.state().toMap()))));
    assertEquals(
        expected, run(old -> layer(99).restore(LayerState.fromBytes(old.state().toBytes()))));
    for (JsonDialect json : JsonDialect.values()) {
      assertEquals(
          expected,
          run(old -> layer(99).restore(LayerState.fromMap(json.roundTrip(old.state().toMap())))));
    }
  }

  /** Without the state the second use of a step would be taken for the first. */
  @Test
  void theNumberOfTheUseIsPartOfTheState() {
    DropLayer layer = layer(1).step(3);
    Tensor first = layer.forward(x);
    LayerState state = layer.state();
    assertEquals(new LayerState(1, 3, 1, 0, true), state);
    assertNotEquals(first, layer(1).restore(state).forward(x));
    assertEquals(first, layer(1).restore(new LayerState(1, 3, 0, 0, true)).forward(x));
  }

  @Test
  void drawsAtInferenceDifferAndRepeatFromTheStart() {
    DropLayer layer = layer(1).step(2).eval();
    Set<Tensor> seen = new HashSet<>();
    List<Tensor> draws = new ArrayList<>();
    layer.enableAtInference();
    for (int i = 0; i < 10; i++) {
      draws.add(layer.forward(x));
      assertTrue(seen.add(draws.get(i)));
    }
    assertEquals(10, layer.state().draw());
    layer.enableAtInference();
    for (Tensor draw : draws) {
      assertEquals(draw, layer.forward(x));
    }
    assertEquals(x, layer.disableAtInference().forward(x));
    assertEquals(x, layer.backward(x));
  }

  /** Draw i is step i under the seed with the purpose -1: no mask of training. */
  @Test
  void inferenceIsApartFromTraining() {
    DropLayer layer = layer(1).step(2).enableAtInference();
    Tensor trained = layer.forward(x);
    assertEquals(layer(1).step(2).forward(x), trained);
    layer.eval();
    long seed = ThreefrySpecification.block(1, -1, -1, -1)[0];
    DropLayer apart = layer(seed);
    for (int draw = 0; draw < 4; draw++) {
      Tensor y = layer.forward(x);
      // The keepProb is that of the training step.
      DropBlock dropBlock =
          DropBlock.builder()
              .blockSize(2)
              .fill(Fill.gaussian(0, 1))
              .seed(seed)
              .keepProb(KeepProbSchedule.cosine(.9, .5, STEPS).at(2))
              .build();
      assertEquals(dropBlock.sample(SHAPE, draw).apply(x), y);
      assertNotEquals(apart.step(draw + 3).forward(x), y);
    }
    layer.train();
    assertEquals(new LayerState(1, 2, 1, 4, true), layer.state());
    DropLayer undisturbed = layer(1).step(2);
    undisturbed.forward(x);
    assertEquals(undisturbed.forward(x), layer.forward(x));
  }

  @Test
  void drawsCanBeResumedAndSplit() {
    DropLayer layer = layer(1).eval().enableAtInference();
    layer.forward(x);
    LayerState state = layer.state();
    Tensor second = layer.forward(x);
    DropLayer resumed = layer(5).eval().enableAtInference().restore(state);
    assertEquals(second, resumed.forward(x));
    Dropout dropout = Dropout.of(.5, 4);
    Tensor whole = DropLayer.of(dropout).eval().enableAtInference().forward(x);
    DropLayer worker = DropLayer.of(dropout).eval().enableAtInference();
    assertEquals(whole.slice(1, 1), worker.forward(x.slice(1, 1), 1));
  }
}
