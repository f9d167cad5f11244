package io.github.dropblock.djl.example;

import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import io.github.dropblock.DropBlock;
import io.github.dropblock.djl.DropBlocks;
import io.github.dropblock.djl.Places;
import io.github.dropblock.schedule.KeepProbSchedule;

/** A network of DJL's model zoo, with layers in its last two groups. */
final class ModelZooExample {
  private ModelZooExample() {}

  static SequentialBlock network(long totalSteps) {
    Shape images = new Shape(1, 28, 28);
    SequentialBlock network =
        ResNetV1.builder().setNumLayers(14).setImageShape(images).setOutSize(2).build();
    DropBlock dropBlock = DropBlock.builder().blockSize(5).seed(1).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, totalSteps);
    DropBlocks.insert(
        network, Places.afterConvolutions().onMapsUpTo(14, images), dropBlock, schedule);
    DropBlocks.insert(
        network, Places.afterSkipConnections().onMapsUpTo(14, images), dropBlock, schedule);
    return network;
  }
}
