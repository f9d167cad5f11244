package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** A network draws the masks that the same description draws in plain Java. */
class PlainJavaTest {
  private static final long[] SHAPE = {4, 3, 9, 9};
  private static final int STEPS = 5;
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(2).seed(42).build();
  private static final KeepProbSchedule LINEAR = KeepProbSchedule.linear(1, .7, STEPS);
  private static final ScheduledRegularizer PLAIN = ScheduledRegularizer.of(DROP_BLOCK, LINEAR);
  private static final DropBlockDropout DROPOUT =
      DropBlockDropout.of(DROP_BLOCK).withSchedule(LINEAR);

  @Test
  void layersThatShareAConfigurationAreTheUsesOfAStep() {
    assertMasksOfPlainJava(DROPOUT, DROPOUT, DROPOUT);
    assertMasksOfPlainJava(DROPOUT, DROPOUT.clone(), DROPOUT.clone());
  }

  @Test
  void layersByNumberAreTheUsesOfAStep() {
    assertMasksOfPlainJava(DROPOUT.forLayer(0), DROPOUT.forLayer(1), DROPOUT.forLayer(2));
  }

  @Test
  void schedulesOfTheEngineAreFollowedAlike() {
    ExponentialSchedule schedule = new ExponentialSchedule(ScheduleType.ITERATION, .9, .9);
    DropBlockDropout dropout = DropBlockDropout.of(DROP_BLOCK).withSchedule(schedule);
    ScheduledRegularizer plain = ScheduledRegularizer.of(DROP_BLOCK);
    INDArray expected = ones();
    for (int use = 0; use < 3; use++) {
      plain.withKeepProb(.9 * Math.pow(.9, 2), use);
      multiply(expected, plain.withKeepProb(schedule.valueAt(2, 0), use), 2);
    }
    assertEquals(expected, activations(dropout, dropout, dropout).get(2));
  }

  private static void assertMasksOfPlainJava(DropBlockDropout... dropouts) {
    List<INDArray> seen = activations(dropouts);
    for (int step = 0; step < STEPS; step++) {
      INDArray expected = ones();
      for (int use = 0; use < dropouts.length; use++) {
        multiply(expected, PLAIN.at(step, use), step);
      }
      assertEquals(expected, seen.get(step));
    }
  }

  private static void multiply(INDArray x, Regularizer regularizer, long step) {
    regularizer
        .sample(Layouts.shape(x, DataLayout.CHANNELS_FIRST), step)
        .applyInPlace(x.data().asNioFloat());
  }

  private static INDArray ones() {
    return Nd4j.ones(DataType.FLOAT, SHAPE);
  }

  private static List<INDArray> activations(DropBlockDropout... dropouts) {
    DropoutLayer[] layers = new DropoutLayer[dropouts.length];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new DropoutLayer(dropouts[i]);
    }
    MultiLayerNetwork network =
        Networks.chain(Networks.defaults(), InputType.convolutional(9, 9, 3), layers);
    SeenActivations seen = new SeenActivations(dropouts.length - 1);
    network.setListeners(seen);
    for (int step = 0; step < STEPS; step++) {
      network.fit(ones(), Nd4j.zeros(DataType.FLOAT, SHAPE[0], Networks.CLASSES));
    }
    return seen.seen();
  }
}
