package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.trial.Csv;
import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains one network. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Trains one network. Started again, it goes on where it stopped.")
final class TrainCommand implements Callable<Integer> {
  @Mixin private Folders folders;

  @Mixin private TrialOptions options;

  @Option(names = "--test", description = "measure the test images too, at the end")
  private boolean test;

  @Option(names = "--output", paramLabel = "FILE", description = "a CSV file, one row per epoch")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Trial trial = options.trial();
    if (output != null) {
      OutputFile.check(output);
    }
    Trials trials = folders.trials();
    List<EpochRow> rows;
    try (ProgressBar bar = new ProgressBar(trial.method().toString(), trials.recipe().epochs())) {
      rows = trials.run(trial, test, bar::stepTo);
    }
    if (output != null) {
      Csv.write(output, EpochRow.HEADER, rows.stream().map(EpochRow::fields).toList());
    }
    spec.commandLine().getOut().println(summary(rows.get(rows.size() - 1)));
    return 0;
  }

  private static String summary(EpochRow last) {
    String text =
        String.format(
            Locale.ROOT,
            "after epoch %d: training loss %.4f, validation accuracy %.2f%%",
            last.epoch(),
            last.trainLoss(),
            100 * last.validationAccuracy());
    return last.testAccuracy().isEmpty()
        ? text
        : text
            + String.format(
                Locale.ROOT, ", test accuracy %.2f%%", 100 * last.testAccuracy().getAsDouble());
  }
}
