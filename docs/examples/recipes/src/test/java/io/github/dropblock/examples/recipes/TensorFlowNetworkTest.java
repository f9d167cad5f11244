package io.github.dropblock.examples.recipes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** DropBlock in TensorFlow by a placeholder for multipliers. */
class TensorFlowNetworkTest {
  private static final int STEPS = 200;

  private final ScheduledRegularizer dropBlock =
      ScheduledRegularizer.of(
          DropBlock.builder().blockSize(3).seed(7).build(), KeepProbSchedule.linear(1, .8, STEPS));
  private final TensorFlowNetwork network = new TensorFlowNetwork(dropBlock);
  private final Bars bars = new Bars(1);

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void trainingLearns() {
    float first = network.infer(bars, network.loss)[0];
    for (int step = 0; step < STEPS; step++) {
      float loss = network.train(bars, step);
      assertTrue(Float.isFinite(loss), "step " + step);
    }
    float last = network.infer(new Bars(2), network.loss)[0];
    assertTrue(last < first / 3, first + " -> " + last);
  }

  /** The maps have the channels last, the library's elements do not. */
  @Test
  void masksAreThoseOfPlainJava() {
    int step = STEPS - 1;
    float[] maps = network.infer(bars, network.maps);
    float[] dropped = network.withMasks(bars, step, network.dropped);
    DropMask mask = dropBlock.at(step).sample(TensorFlowNetwork.SHAPE, step);
    int i = 0;
    for (int n = 0; n < Bars.COUNT; n++) {
      for (int y = 0; y < Bars.SIDE; y++) {
        for (int x = 0; x < Bars.SIDE; x++) {
          for (int c = 0; c < TensorFlowNetwork.SHAPE.c(); c++) {
            float scale = mask.isKept(n, c, y, x) ? mask.scale(n, c) : 0;
            assertEquals(maps[i] * scale, dropped[i]);
            i++;
          }
        }
      }
    }
    assertArrayEquals(dropped, network.withMasks(bars, step, network.dropped));
    assertFalse(Arrays.equals(dropped, network.withMasks(bars, step + 1, network.dropped)));
  }

  /** The gradient of what is dropped is 0: with all dropped, nothing is learned. */
  @Test
  void gradientsPassTheMask() {
    ScheduledRegularizer all = ScheduledRegularizer.of(DropBlock.of(0, Bars.SIDE, 1));
    try (TensorFlowNetwork nothing = new TensorFlowNetwork(all)) {
      float[] before = nothing.infer(bars, nothing.maps);
      nothing.train(bars, 0);
      assertArrayEquals(before, nothing.infer(bars, nothing.maps));
    }
    float[] before = network.infer(bars, network.maps);
    network.train(bars, 0);
    assertFalse(Arrays.equals(before, network.infer(bars, network.maps)));
  }

  @Test
  void inferenceIsUntouched() {
    network.train(bars, STEPS);
    assertArrayEquals(network.infer(bars, network.maps), network.infer(bars, network.dropped));
  }
}
