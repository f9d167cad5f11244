package io.github.dropblock.examples.recipes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** DropBlock in a network on arrays by a layer of its own. */
class FloatNetworkTest {
  private static final int STEPS = 200;
  private static final int MAPS = FloatNetwork.CHANNELS * Bars.SIDE * Bars.SIDE;

  private static DropBlockFloatLayer layer() {
    return new DropBlockFloatLayer(
        DropBlock.builder().blockSize(3).seed(7).build(),
        KeepProbSchedule.linear(1, .8, STEPS),
        FloatNetwork.CHANNELS,
        Bars.SIDE,
        Bars.SIDE);
  }

  @Test
  void trainingLearns() {
    DropBlockFloatLayer layer = layer();
    FloatNetwork network = new FloatNetwork(layer);
    Bars bars = new Bars(1);
    double first = network.train(bars);
    double last = first;
    for (int step = 0; step < STEPS; step++) {
      layer.step(step);
      last = network.train(bars);
    }
    assertTrue(last < first / 3, first + " -> " + last);
    Bars others = new Bars(2);
    float[] probabilities = network.infer(others);
    int right = 0;
    for (int n = 0; n < Bars.COUNT; n++) {
      int label = others.labels[n * Bars.CLASSES] == 1 ? 0 : 1;
      right += probabilities[n * Bars.CLASSES + label] > 0.5 ? 1 : 0;
    }
    assertTrue(right > 0.9 * Bars.COUNT, right + " of " + Bars.COUNT);
  }

  @Test
  void masksRepeatByStepAndGradientsHaveThem() {
    float[] ones = new float[2 * MAPS];
    Arrays.fill(ones, 1);
    DropBlockFloatLayer layer = layer();
    layer.step(STEPS);
    float[] dropped = layer.forward(ones, true).clone();
    assertArrayEquals(dropped, layer.backward(ones));
    layer.step(STEPS + 1);
    assertFalse(Arrays.equals(dropped, layer.forward(ones, true)));
    DropBlockFloatLayer again = layer();
    again.step(STEPS);
    assertArrayEquals(dropped, again.forward(ones, true));
  }

  @Test
  void inferenceIsUntouched() {
    float[] ones = new float[MAPS];
    Arrays.fill(ones, 1);
    DropBlockFloatLayer layer = layer();
    layer.step(STEPS);
    layer.forward(ones, true);
    float[] expected = ones.clone();
    assertArrayEquals(expected, layer.forward(ones, false));
  }
}
