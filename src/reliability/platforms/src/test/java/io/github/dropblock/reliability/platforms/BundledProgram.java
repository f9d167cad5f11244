package io.github.dropblock.reliability.platforms;

import io.github.dropblock.DropBlock;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;

/** What a bundle of a user does. It needs nothing of OSGi. */
public final class BundledProgram implements Callable<List<String>> {
  /** Draws a mask. The result has classes of the JDK only, which both class loaders share. */
  @Override
  public List<String> call() {
    double keepProb = KeepProbSchedule.linear(1, .6, 10).at(5);
    byte[] mask = DropBlock.of(keepProb, 3, 42).sample(Shape.nchw(2, 3, 14, 14), 5).toBytes();
    return List.of(HexFormat.of().formatHex(mask), KernelInfo.current().name());
  }
}
