package io.github.dropblock.examples.smile;

import io.github.dropblock.DropBlock;
import io.github.dropblock.pytorch.DropBlockModule;
import io.github.dropblock.schedule.KeepProbSchedule;
import smile.deep.Dataset;
import smile.deep.Loss;
import smile.deep.Model;
import smile.deep.Optimizer;

/** Training by Smile's own loop. */
final class Training {
  private Training() {}

  /** Trains on images whose rows are one array each, and saves the network. */
  static Model train(Dataset images, int side, int epochs, int batches, String file) {
    DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(1).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, epochs * batches);
    Network network = new Network(new DropBlockModule(dropBlock, schedule));
    Model model = new Model(network, x -> x.reshape(-1, 1, side, side));
    model.train(epochs, Optimizer.Adam(model, 0.01), Loss.crossEntropy(), images);
    model.save(file); // with keepProb, the schedule and the step
    return model;
  }
}
