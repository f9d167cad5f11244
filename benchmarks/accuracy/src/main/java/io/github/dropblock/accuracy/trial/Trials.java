package io.github.dropblock.accuracy.trial;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.data.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Trains trials, each from its checkpoint if there is one.
 *
 * @param data where the images come from
 * @param recipe what the trials have in common
 * @param folder of checkpoints and trained networks
 * @param regime which network, and whether its images are changed
 */
public record Trials(FashionMnist data, Recipe recipe, Path folder, Regime regime) {
  /** Trials of the small regime. */
  public Trials(FashionMnist data, Recipe recipe, Path folder) {
    this(data, recipe, folder, Regime.SMALL);
  }

  /** The same in another regime, in a folder of its own beside this one. */
  public Trials in(Regime other) {
    String name = other.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Trials(data, recipe, folder.resolveSibling(name), other);
  }

  /**
   * Trains a trial to its end and keeps the network.
   *
   * @param trial which
   * @param test whether it may see the test images, once, at its end
   * @param progress told the number of epochs after each
   * @return a row for each epoch
   * @throws IOException if a checkpoint cannot be read or written
   */
  public List<EpochRow> run(Trial trial, boolean test, IntConsumer progress) throws IOException {
    Split split =
        Split.of(data.training(), recipe.trainingImages(), recipe.validationImages(), trial.seed());
    Checkpoint checkpoint = new Checkpoint(folder, trial.fileName(), trial + " " + recipe);
    try (Classification classifier = Classification.of(trial, recipe, regime)) {
      Training training = classifier.training();
      List<EpochRow> rows = new ArrayList<>();
      checkpoint.load(training).forEach(fields -> rows.add(EpochRow.of(fields)));
      for (int epoch = rows.size(); epoch < recipe.epochs(); epoch++) {
        double loss = classifier.epoch(split.training(), epoch);
        double validation = classifier.accuracy(split.validation());
        rows.add(new EpochRow(trial, epoch + 1, loss, validation, OptionalDouble.empty()));
        checkpoint.save(training, rows.stream().map(EpochRow::fields).toList());
        progress.accept(epoch + 1);
      }
      if (test) {
        int last = rows.size() - 1;
        rows.set(last, rows.get(last).withTest(classifier.accuracy(testImages())));
      }
      ModelFile.write(model(trial), training);
      checkpoint.delete();
      return rows;
    }
  }

  /** Trains and tests a trial; {@code percent} is told how much of the training is done. */
  public List<EpochRow> test(Trial trial, IntConsumer percent) throws IOException {
    return run(trial, true, epoch -> percent.accept(100 * epoch / recipe.epochs()));
  }

  /** The network of a trial, trained if it was not yet. */
  public TrainedNetwork network(Trial trial) throws IOException {
    return network(trial, epoch -> {});
  }

  /** The same, and {@code progress} is told the number of epochs after each. */
  public TrainedNetwork network(Trial trial, IntConsumer progress) throws IOException {
    if (Files.notExists(model(trial))) {
      run(trial, false, progress);
    }
    return new TrainedNetwork(model(trial), regime.layout());
  }

  /** The test images of the recipe. */
  public Images testImages() {
    return testImages(recipe.testImages());
  }

  /** The first test images of the recipe: so many, or all if there are fewer. */
  public Images testImages(int most) {
    int count = Math.min(most, Math.min(recipe.testImages(), data.test().count()));
    return data.test().select(IntStream.range(0, count).toArray());
  }

  /** The file of a trained network. */
  Path model(Trial trial) {
    return folder.resolve("models").resolve(trial.fileName() + ".parameters");
  }
}
