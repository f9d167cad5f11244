package io.github.dropblock.examples.quickstart;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The text the program prints: labels on the left, values aligned on the right of them. */
final class Report {
  private final StringBuilder text = new StringBuilder("DropBlock quickstart\n\n");

  static String of(Photo photo, FeatureMaps maps, Choices choices, CopyRatio time) {
    Report report = new Report();
    report.inputs(photo, maps);
    report.masks(maps.tensor().shape(), choices);
    report.speed(time);
    return report.text.toString();
  }

  static String written(List<Path> files) {
    Report report = new Report();
    report.text.setLength(0);
    String label = "written";
    for (Path file : files) {
      report.row(label, file.toString());
      label = "";
    }
    return report.text.toString();
  }

  private void inputs(Photo photo, FeatureMaps maps) {
    row("picture", photo.name());
    row("as a tensor", photo.shape().toString());
    row("feature maps", maps.tensor().shape().toString());
    row("", "edge filters, ReLU, max pooling by %d", maps.stride());
  }

  private void masks(Shape shape, Choices choices) {
    DropBlock dropBlock = choices.dropBlock();
    row("keepProb", "%s (probability to keep)", choices.keepProb());
    row("blockSize", "%d", choices.blockSize());
    row("gamma", "%.6f (rule %s)", dropBlock.gamma(shape), choices.gammaRule());
    row("seed", "%d", choices.seed());
    row("kept fraction", "%8s  %8s", "expected", "realized");
    kept("  DropBlock", dropBlock, shape);
    kept("  dropout", choices.dropout(), shape);
  }

  private void kept(String label, DropBlock regularizer, Shape shape) {
    DropMask mask = regularizer.sample(shape, 0);
    row(label, "%8.4f  %8.4f", regularizer.expectedKeptFraction(shape), mask.keptFraction());
  }

  private void speed(CopyRatio time) {
    KernelInfo kernel = KernelInfo.current();
    row("kernels", "%s: %s", kernel.name(), kernel.reason());
    row("time", "sample + apply takes %.2f x a copy of the tensor", time.ratio());
    row("", "%.0f and %.0f us on %s", time.dropBlockMicros(), time.copyMicros(), time.shape());
    row("", "an indication: medians of %d runs in one JVM", CopyRatio.RUNS);
  }

  private void row(String label, String format, Object... values) {
    row(label, String.format(Locale.ROOT, format, values));
  }

  private void row(String label, String value) {
    text.append(String.format(Locale.ROOT, "%-15s %s%n", label, value));
  }
}
