package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.trial.StepCost;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what DropBlock adds to the time of a training step. */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    description =
        "Trains networks with DropBlock in two groups and without, in turns, and prints the ratio"
            + " of their CPU time.")
final class CostCommand implements Callable<Integer> {
  private static final int MOST_ROUNDS = 10_000;

  @Mixin private Folders folders;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "epochs that are measured (default: ${DEFAULT-VALUE})")
  private int rounds = 40;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new ParameterException(
          spec.commandLine(), "--rounds must be in 1.." + MOST_ROUNDS + ": " + rounds);
    }
    var bench = folders.bench();
    for (Trials trials : List.of(bench.trials(), bench.wideTrials())) {
      double ratio = StepCost.ratio(trials, Trial.scheduledDropBlock(1), rounds);
      spec.commandLine().getOut().printf(Locale.ROOT, "%s network: %.3f%n", trials.regime(), ratio);
    }
    return 0;
  }
}
