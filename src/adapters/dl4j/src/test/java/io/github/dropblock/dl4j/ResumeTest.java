package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Saved and cloned networks go on as if they had not stopped, to the last bit. The engine's clone
 * of a graph begins at iteration 0 again, so that one is not among them.
 */
class ResumeTest {
  private static final int STEPS = 8;
  private static final int STOP = 3;
  private static final int EPOCH = 2;

  @TempDir Path folder;

  static List<DropBlockDropout> dropouts() {
    DropBlockDropout dropBlock = DropBlockDropout.of(.8, 3, 42);
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .7, STEPS);
    return List.of(
        dropBlock,
        dropBlock.withSchedule(linear),
        dropBlock.withSchedule(linear, ScheduleType.EPOCH),
        dropBlock.withSchedule(new ExponentialSchedule(ScheduleType.EPOCH, .9, .9)));
  }

  private static float[] trained(MultiLayerNetwork network, int from, int to) {
    for (int step = from; step < to; step++) {
      network.fit(Networks.squares(16, step));
      if (step % EPOCH == EPOCH - 1) {
        network.incrementEpochCount();
      }
    }
    return network.params().toFloatVector();
  }

  private static float[] trained(ComputationGraph graph, int from, int to) {
    for (int step = from; step < to; step++) {
      graph.fit(Networks.squares(16, step));
      if (step % EPOCH == EPOCH - 1) {
        graph.incrementEpochCount();
      }
    }
    return graph.params().toFloatVector();
  }

  private File saved(Model network) throws IOException {
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    return file;
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void aChainOfLayers(DropBlockDropout dropout) throws IOException {
    float[] expected = trained(Networks.cnn(dropout), 0, STEPS);
    MultiLayerNetwork stopped = Networks.cnn(dropout);
    trained(stopped, 0, STOP);
    MultiLayerNetwork resumed = ModelSerializer.restoreMultiLayerNetwork(saved(stopped), true);
    assertArrayEquals(expected, trained(resumed, STOP, STEPS));
    // Evaluation in between draws nothing.
    stopped.output(Networks.squares(8, 99).getFeatures());
    assertArrayEquals(expected, trained(stopped.clone(), STOP, STEPS));
    assertArrayEquals(expected, trained(stopped, STOP, STEPS));
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void aGraphWithASkipConnection(DropBlockDropout dropout) throws IOException {
    float[] expected = trained(Networks.residual(Networks.defaults(), dropout), 0, STEPS);
    ComputationGraph stopped = Networks.residual(Networks.defaults(), dropout);
    trained(stopped, 0, STOP);
    ComputationGraph resumed = ModelSerializer.restoreComputationGraph(saved(stopped), true);
    assertArrayEquals(expected, trained(resumed, STOP, STEPS));
    assertArrayEquals(expected, trained(stopped, STOP, STEPS));
  }

  /** So that the tests above cannot pass without a mask. */
  @Test
  void anotherSeedTrainsOtherwise() {
    DataSet data = Networks.squares(16, 0);
    MultiLayerNetwork one = Networks.cnn(DropBlockDropout.of(.8, 3, 42));
    MultiLayerNetwork other = Networks.cnn(DropBlockDropout.of(.8, 3, 43));
    assertEquals(one.params(), other.params());
    one.fit(data);
    other.fit(data);
    assertNotEquals(one.params(), other.params());
  }
}
