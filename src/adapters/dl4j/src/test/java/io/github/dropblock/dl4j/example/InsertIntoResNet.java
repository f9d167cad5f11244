package io.github.dropblock.dl4j.example;

import io.github.dropblock.dl4j.DropBlockDropout;
import io.github.dropblock.dl4j.DropBlocks;
import io.github.dropblock.dl4j.Where;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The zoo's ResNet-50 with DropBlock, as in the paper. */
class InsertIntoResNet {
  private InsertIntoResNet() {}

  /** After the convolutions and on the skip connections of the third and fourth group. */
  static ComputationGraph withDropBlock(ComputationGraph pretrained, int totalSteps) {
    var dropBlock = DropBlockDropout.of(0.9, 3, 42);
    var schedule = KeepProbSchedule.linear(1.0, 0.9, totalSteps);
    ComputationGraphConfiguration configuration = pretrained.getConfiguration();
    for (int group = 3; group <= 4; group++) {
      var dropout = dropBlock.withSchedule(schedule.forGroup(group, 4));
      int stage = group + 1; // As the zoo numbers them.
      var convolutions = Where.named("act" + stage + "._branch2[ab]");
      configuration = DropBlocks.insert(configuration, convolutions, dropout);
      var sums = Where.named("short" + stage + "._branch");
      configuration = DropBlocks.insert(configuration, sums.onInputs(), dropout);
    }
    var network = new ComputationGraph(configuration);
    network.init();
    network.setParams(pretrained.params());
    return network;
  }
}
