package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.job.SharedWorkers;
import io.github.dropblock.accuracy.search.NetworkObjective;
import io.github.dropblock.accuracy.search.SparkJvm;
import io.github.dropblock.accuracy.search.Strategy;
import io.github.dropblock.accuracy.search.TrialTable;
import io.github.dropblock.search.ProgressBarListener;
import io.github.dropblock.search.Search;
import io.github.dropblock.search.SearchResult;
import io.github.dropblock.search.ThreadTrialRunner;
import io.github.dropblock.search.TrialRunner;
import io.github.dropblock.search.TrialStore;
import io.github.dropblock.spark.SparkTrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Searches DropBlock's settings for the network. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Searches keepProb, block size and place by the accuracy on validation images.")
final class SearchCommand implements Callable<Integer> {
  @Mixin private Folders folders;

  @Option(names = "--method", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Strategy strategy = Strategy.HALVING;

  @Option(names = "--trials", description = "how many candidates (default: ${DEFAULT-VALUE})")
  private int trials = 27;

  @Option(names = "--threads", description = "trials at a time (default: ${DEFAULT-VALUE})")
  private int threads = 2;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description = "run trials on Spark instead of threads: local[2], spark://host:7077")
  private String master;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "a CSV file, one row per trial; with it, a search goes on where it stopped")
  private Path file;

  @Option(names = "--seed", description = "(default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    atLeastOne("--trials", trials);
    atLeastOne("--threads", threads);
    FashionMnist.check(folders.data);
    if (master == null) {
      search(new ThreadTrialRunner(threads));
      return 0;
    }
    if (!SparkJvm.isThis()) {
      return SparkJvm.run(
          Main.class.getName(),
          spec.root().commandLine().getParseResult().originalArgs(),
          Folders.HOME_PROPERTY,
          spec.commandLine().getOut());
    }
    try (JavaSparkContext spark = SparkJvm.context(master)) {
      search(new SparkTrialRunner(spark));
    }
    return 0;
  }

  private void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new ParameterException(spec.commandLine(), name + " must be at least 1: " + value);
    }
  }

  private void search(TrialRunner runner) throws IOException, InterruptedException {
    Search search = strategy.search(trials, folders.recipe().epochs(), seed);
    Folders inside = folders.inside("search");
    try (TrialStore store = store();
        SharedWorkers workers = new SharedWorkers(Main.class.getName(), inside.workerArguments())) {
      NetworkObjective objective = new NetworkObjective(workers, inside.results().toString());
      SearchResult result = search.run(objective, runner, store, new ProgressBarListener());
      spec.commandLine().getOut().println(TrialTable.of(result));
    } catch (IllegalArgumentException e) {
      // All but the store's content was checked before.
      throw new IOException(e.getMessage(), e);
    }
  }

  private TrialStore store() throws IOException {
    if (file == null) {
      return TrialStore.inMemory();
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    return TrialStore.file(file);
  }
}
