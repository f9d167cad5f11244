package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.listener.TrainingListener;
import ai.djl.training.loss.Loss;
import io.github.dropblock.DropBlock;
import org.junit.jupiter.api.Test;

/** Batches of DJL's own training loop, as steps. */
class DropBlockListenerTest {
  private static final int BATCHES = 5;
  private final DropBlockLayer once = DropBlockLayer.of(DropBlock.builder().seed(1).build());
  private final DropBlockLayer twice = DropBlockLayer.of(DropBlock.builder().seed(2).build());

  private void train(int epochs, TrainingListener... listeners) throws Exception {
    SequentialBlock network =
        new SequentialBlock()
            .add(SmallNetwork.convolution())
            .add(SmallNetwork.residual(once, twice))
            .add(twice)
            .add(Blocks.batchFlattenBlock())
            .add(Linear.builder().setUnits(2).build());
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).addTrainingListeners(listeners);
    try (Model model = SmallNetwork.model(network);
        Trainer trainer = model.newTrainer(config);
        NDManager manager = NDManager.newBaseManager()) {
      trainer.initialize(new Shape(4, 1, 8, 8));
      ArrayDataset data =
          new ArrayDataset.Builder()
              .setData(manager.ones(new Shape(4 * BATCHES, 1, 8, 8)))
              .optLabels(manager.zeros(new Shape(4 * BATCHES)))
              .setSampling(4, false)
              .build();
      EasyTrain.fit(trainer, epochs, data, data);
    }
  }

  @Test
  void eachBatchIsAStep() throws Exception {
    train(2, new DropBlockListener());
    assertEquals(2 * BATCHES, once.step());
    assertEquals(2 * BATCHES, twice.step());
  }

  @Test
  void withoutItEachUseIsAStep() throws Exception {
    train(1);
    assertEquals(BATCHES, once.step());
    assertEquals(2 * BATCHES, twice.step());
  }

  @Test
  void itGoesOnFromTheStepThatWasReached() throws Exception {
    train(1);
    train(1, new DropBlockListener());
    assertEquals(2 * BATCHES, once.step());
    assertEquals(3 * BATCHES, twice.step());
  }

  /** A layer that came after the beginning has counted its first batch by itself. */
  @Test
  void layersThatComeLater() {
    twice.passes().next(Device.cpu(), true);
    twice.passes().advance();
    assertEquals(1, twice.step());
    twice.passes().next(Device.cpu(), true);
    twice.passes().next(Device.cpu(), true);
    twice.passes().advance();
    assertEquals(2, twice.step());
  }

  /** A batch that does not reach a layer is a step of it all the same. */
  @Test
  void batchesWithoutAPassAreSteps() {
    once.passes().advance();
    assertEquals(1, once.step());
    once.startAt(7).passes().advance();
    assertEquals(8, once.step());
    once.passes().advance();
    assertEquals(9, once.step());
  }
}
