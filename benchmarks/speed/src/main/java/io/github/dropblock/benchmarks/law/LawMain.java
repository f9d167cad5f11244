package io.github.dropblock.benchmarks.law;

import io.github.dropblock.DropBlock;
import io.github.dropblock.benchmarks.peer.Libtorch;
import io.github.dropblock.benchmarks.peer.LibtorchMap;
import io.github.dropblock.benchmarks.peer.PlainJavaDropBlock;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.run.Json;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets each implementation that is measured drop ones, and compares what is left. */
public final class LawMain {
  private static final long SEED = 2018;
  private static final Shape SHAPE = Shape.nchw(32, 256, 14, 14);
  private static final List<Setting> SETTINGS =
      List.of(
          Setting.PAPER,
          new Setting(7, 0.5),
          new Setting(3, 0.9),
          Setting.dropout(0.9),
          Setting.dropout(0.5));

  private final List<Comparison> comparisons = new ArrayList<>();
  private final float[] ones = new float[SHAPE.size()];
  private final LibtorchMap rows;
  private final LibtorchMap channelsLast;

  private LawMain() {
    Libtorch.start(SEED);
    Arrays.fill(ones, 1);
    rows = LibtorchMap.of(ones, SHAPE);
    channelsLast = rows.toChannelsLast();
  }

  /** Argument: the result's file. */
  public static void main(String[] args) {
    LawMain main = new LawMain();
    SETTINGS.forEach(main::compare);
    Json.write(Path.of(args[0]), main.comparisons.toArray(new Comparison[0]));
    System.exit(0); // Whatever threads libtorch has.
  }

  private void compare(Setting setting) {
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(setting.keepProb())
            .blockSize(setting.blockSize())
            .seed(SEED)
            .build();
    double dropped = 1 - dropBlock.expectedKeptFraction(SHAPE);
    var expectation = new Comparison.Expectation(dropped, SHAPE.planeSize());
    int[] ours = counts(dropBlock.sample(SHAPE, 0).apply(Tensor.of(ones, SHAPE)).data());
    comparisons.add(Comparison.of("this library", setting, ours, ours, expectation));
    for (Work peer : Work.values()) {
      float[] y = drop(peer, setting);
      if (y != null) {
        comparisons.add(Comparison.of(peer.label(), setting, counts(y), ours, expectation));
      }
    }
  }

  /** What the peer makes of ones; null for what is no peer, and where dropout is not asked for. */
  private float[] drop(Work peer, Setting setting) {
    return switch (peer) {
      case TORCHVISION -> LibtorchMap.toArray(Libtorch.torchvision(rows, setting));
      case SEPARABLE -> LibtorchMap.toArray(Libtorch.separable(rows, setting));
      case CHANNELS_LAST -> LibtorchMap.toArray(Libtorch.torchvision(channelsLast, setting));
      case CHANNELS_LAST_SEPARABLE ->
          LibtorchMap.toArray(Libtorch.separable(channelsLast, setting));
      case LIBTORCH_DROPOUT ->
          setting.blockSize() == 1 ? LibtorchMap.toArray(Libtorch.dropout(rows, setting)) : null;
      case PLAIN_JAVA -> plainJava(setting);
      default -> null;
    };
  }

  private float[] plainJava(Setting setting) {
    float[] y = new float[ones.length];
    new PlainJavaDropBlock(SHAPE, setting, SEED).apply(ones, y);
    return y;
  }

  private static int[] counts(float[] y) {
    return DropCounts.sorted(y, SHAPE.planeSize());
  }
}
