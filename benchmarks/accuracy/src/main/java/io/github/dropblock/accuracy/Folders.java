package io.github.dropblock.accuracy;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.detection.Detectors;
import io.github.dropblock.accuracy.job.Bench;
import io.github.dropblock.accuracy.segmentation.Segmentations;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Regime;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that all commands have. */
final class Folders {
  /** Names this example's own folder; Maven sets it. */
  static final String HOME_PROPERTY = "accuracy.folder";

  private static final Path HOME = Path.of(System.getProperty(HOME_PROPERTY, "."));

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of Fashion-MNIST (default: that of Debian's package)")
  Path data = FashionMnist.SYSTEM_FOLDER;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "folder of checkpoints and trained networks (default: work/ of the example)")
  private Path work;

  @Option(
      names = "--quick",
      description = "500 images and a few epochs: to see that all works, not to conclude from")
  boolean quick;

  /** Full and quick trials have the same names, and so folders of their own. */
  Path work() {
    Path parent = work == null ? HOME.resolve("work") : work;
    return parent.resolve(quick ? "quick" : "full");
  }

  /** Where workers leave the results of single jobs. */
  Path results() {
    return work().resolve("results");
  }

  /** Where experiments go if nothing else is said: quick ones never among the real ones. */
  Path defaultOutput() {
    return quick ? work().resolve("experiments") : HOME.resolve("../../docs/experiments");
  }

  /** The same, but that the work folder is one inside this one. */
  Folders inside(String name) {
    Folders folders = new Folders();
    folders.data = data;
    folders.work = work().resolveSibling(name);
    folders.quick = quick;
    return folders;
  }

  /** How a worker process is told the same; it may have another current folder. */
  List<String> workerArguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "worker",
                "--data",
                data.toAbsolutePath().toString(),
                "--work",
                work().toAbsolutePath().getParent().toString()));
    if (quick) {
      arguments.add("--quick");
    }
    return arguments;
  }

  Recipe recipe() {
    return quick ? Recipe.QUICK : Recipe.FULL;
  }

  Bench bench() throws IOException {
    Trials trials = trials();
    Recipe scenes = quick ? Recipe.QUICK_SCENES : Recipe.SCENES;
    Path wide = work().resolve("wide");
    return new Bench(
        trials,
        new Trials(trials.data(), quick ? Recipe.QUICK_WIDE : Recipe.WIDE, wide, Regime.WIDE),
        new Segmentations(trials.data(), scenes, work()),
        new Detectors(trials.data(), quick ? Recipe.QUICK_SCENES : Recipe.DETECTION, work()));
  }

  Trials trials() throws IOException {
    return new Trials(FashionMnist.read(data), recipe(), work());
  }
}
