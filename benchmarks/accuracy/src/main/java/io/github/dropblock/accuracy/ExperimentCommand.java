package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.experiment.Experiments;
import io.github.dropblock.accuracy.job.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Does experiments; what is done already is not done again. */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    description =
        "Does experiments 1 to 17 and writes their CSV files, charts and tables."
            + " Started again, it goes on where it stopped.")
final class ExperimentCommand implements Callable<Integer> {
  @Mixin private Folders folders;

  @Parameters(arity = "1..*", paramLabel = "N", description = "1 to 17")
  private List<Integer> numbers;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "processes of one thread each (default: ${DEFAULT-VALUE})")
  private int jobs = 2;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "folder of the results (default: docs/experiments of the repository)")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    check();
    // A missing data set should be told at once, not by each worker.
    FashionMnist.check(folders.data);
    Path folder = output == null ? folders.defaultOutput() : output;
    FolderLock.holding(folders.work(), () -> runIn(folder));
    return 0;
  }

  private void runIn(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.isSameFile(folder, folders.work())) {
      run(folder); // It is locked already.
    } else {
      FolderLock.holding(folder, () -> run(folder));
    }
  }

  private void run(Path folder) throws IOException {
    Workers workers = new Workers(Main.class.getName(), folders.workerArguments(), jobs);
    Experiments experiments =
        new Experiments(folders.quick, folders.data, folder, folders.results(), workers);
    for (int number : numbers) {
      spec.commandLine().getOut().println(experiments.run(number));
    }
  }

  private void check() {
    for (int number : numbers) {
      if (number < 1 || number > Experiments.COUNT) {
        throw new ParameterException(
            spec.commandLine(), "N must be in 1.." + Experiments.COUNT + ": " + number);
      }
    }
    if (jobs < 1) {
      throw new ParameterException(spec.commandLine(), "--jobs must be at least 1: " + jobs);
    }
  }
}
