package io.github.dropblock.pytorch.example;

import io.github.dropblock.DropBlock;
import io.github.dropblock.pytorch.DropBlockModule;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** A residual block of a ResNet with DropBlock, in one of its four groups. */
final class ResidualBlock extends Module {
  private final Conv2dImpl convolution;
  private final BatchNorm2dImpl norm;
  private final DropBlockModule dropBranch;
  private final DropBlockModule dropSkip;

  ResidualBlock(long channels, DropBlock dropBlock, KeepProbSchedule linear, int group, long seed) {
    super("residual");
    Conv2dOptions options = new Conv2dOptions(channels, channels, new LongPointer(3, 3));
    options.padding().put(new LongPointer(1, 1));
    convolution = register_module("convolution", new Conv2dImpl(options));
    norm = register_module("norm", new BatchNorm2dImpl(new BatchNormOptions(channels)));
    KeepProbSchedule schedule = linear.forGroup(group, 4);
    dropBranch = new DropBlockModule(dropBlock.withSeed(seed), schedule);
    dropSkip = new DropBlockModule(dropBlock.withSeed(seed + 1), schedule);
    register_module("dropBranch", dropBranch);
    register_module("dropSkip", dropSkip);
  }

  Tensor forward(Tensor x) {
    Tensor branch = dropBranch.forward(norm.forward(convolution.forward(x)));
    return branch.add(dropSkip.forward(x)).relu();
  }
}
