package io.github.dropblock.pytorch.example;

import io.github.dropblock.DropBlock;
import io.github.dropblock.pytorch.DropBlockModule;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Trains a network with DropBlock on images of noise, and saves it. */
public final class DropBlockExample {
  public static void main(String[] arguments) {
    long steps = 24;
    DropBlock dropBlock = DropBlock.builder().blockSize(5).seed(1).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, steps);
    Network network = new Network(new DropBlockModule(dropBlock, schedule));
    SGD optimizer = new SGD(network.parameters(), new SGDOptions(0.1));
    for (long step = 0; step < steps; step++) {
      try (PointerScope memory = new PointerScope()) { // frees the tensors of the step
        Tensor images = torch.randn(16, 1, 28, 28);
        Tensor labels = torch.arange(new Scalar(16)).remainder(new Scalar(2));
        optimizer.zero_grad();
        torch.cross_entropy(network.forward(images), labels).backward();
        optimizer.step();
      }
    }
    OutputArchive archive = new OutputArchive();
    network.save(archive); // with keepProb, the schedule and the step
    archive.save_to(arguments[0]);
  }
}
