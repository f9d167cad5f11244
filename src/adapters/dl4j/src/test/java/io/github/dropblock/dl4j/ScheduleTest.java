package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** In training, keepProb follows the schedule: the masks are those of its values. */
class ScheduleTest {
  private static final int EPOCHS = 2;
  private static final int BATCHES = 3;
  private static final long[] SHAPE = {4, 3, 9, 9};
  private static final KeepProbSchedule LINEAR = KeepProbSchedule.linear(1, .4, EPOCHS * BATCHES);
  private static final DropBlock DROP_BLOCK = DropBlock.builder().blockSize(3).seed(42).build();
  private static final DropBlockDropout DROPOUT = DropBlockDropout.of(DROP_BLOCK);

  @Test
  void ofTheLibraryByIteration() {
    assertFollowed(DROPOUT.withSchedule(LINEAR), LINEAR::at);
  }

  @Test
  void ofTheLibraryByEpoch() {
    assertFollowed(
        DROPOUT.withSchedule(LINEAR, ScheduleType.EPOCH),
        iteration -> LINEAR.at(iteration / BATCHES));
  }

  @Test
  void ofTheEngineByIteration() {
    assertFollowed(
        DROPOUT.withSchedule(new ExponentialSchedule(ScheduleType.ITERATION, .9, .8)),
        iteration -> .9 * Math.pow(.8, iteration));
  }

  @Test
  void ofTheEngineByEpoch() {
    assertFollowed(
        DROPOUT.withSchedule(new ExponentialSchedule(ScheduleType.EPOCH, .9, .8)),
        iteration -> .9 * Math.pow(.8, iteration / BATCHES));
  }

  private static void assertFollowed(DropBlockDropout dropout, IntToDoubleFunction keepProb) {
    List<INDArray> expected =
        IntStream.range(0, EPOCHS * BATCHES)
            .mapToObj(i -> mask(keepProb.applyAsDouble(i), i))
            .toList();
    assertEquals(expected, activations(dropout));
  }

  private static INDArray mask(double keepProb, int iteration) {
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    DROP_BLOCK
        .withKeepProb(keepProb)
        .sample(Layouts.shape(x, DataLayout.CHANNELS_FIRST), iteration)
        .applyInPlace(x.data().asNioFloat());
    return x;
  }

  private static List<INDArray> activations(DropBlockDropout dropout) {
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(), InputType.convolutional(9, 9, 3), new DropoutLayer(dropout));
    SeenActivations seen = new SeenActivations(0);
    network.setListeners(seen);
    INDArray x = Nd4j.ones(DataType.FLOAT, SHAPE);
    INDArray y = Nd4j.zeros(DataType.FLOAT, SHAPE[0], Networks.CLASSES);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int batch = 0; batch < BATCHES; batch++) {
        network.fit(x, y);
      }
      network.incrementEpochCount();
    }
    return seen.seen();
  }
}
