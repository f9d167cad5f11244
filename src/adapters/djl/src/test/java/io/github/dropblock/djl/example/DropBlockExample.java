package io.github.dropblock.djl.example;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import io.github.dropblock.DropBlock;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.djl.DropBlockListener;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.nio.file.Path;

/** A convolutional network with DropBlock: train it on images of noise, and save it. */
public final class DropBlockExample {
  public static void main(String[] arguments) throws Exception {
    int epochs = 3;
    int batches = 8;
    DropBlock dropBlock = DropBlock.builder().blockSize(5).seed(1).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, epochs * batches);
    SequentialBlock network =
        new SequentialBlock()
            .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(8).build())
            .add(Activation::relu)
            .add(DropBlockLayer.of(dropBlock, schedule))
            .add(Pool.globalAvgPool2dBlock())
            .add(Linear.builder().setUnits(2).build());
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .addTrainingListeners(new DropBlockListener());
    try (Model model = Model.newInstance("example");
        NDManager manager = NDManager.newBaseManager()) {
      model.setBlock(network);
      ArrayDataset data =
          new ArrayDataset.Builder()
              .setData(manager.randomNormal(new Shape(16 * batches, 1, 28, 28)))
              .optLabels(manager.randomUniform(0, 2, new Shape(16 * batches)).floor())
              .setSampling(16, true)
              .build();
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(16, 1, 28, 28));
        EasyTrain.fit(trainer, epochs, data, null);
      }
      model.save(Path.of(arguments[0]), "example"); // with keepProb, the schedule and the step
    }
  }
}
