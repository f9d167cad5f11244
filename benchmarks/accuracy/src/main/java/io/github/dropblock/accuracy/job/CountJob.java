package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Trains a classifier of the small regime on a number of images for a number of steps, and tests it
 * after its last epoch.
 *
 * @param trial which
 * @param images how many are trained on
 * @param steps of the training, whole epochs
 */
public record CountJob(Trial trial, int images, int steps) implements Job {
  private static final String SEPARATOR = "-";

  /**
   * How many validation images are looked at after each epoch. Nothing is chosen by them, and 250
   * images have 640 epochs.
   */
  private static final int VALIDATION = 100;

  @Override
  public List<String> header() {
    return Stream.concat(EpochRow.HEADER.stream(), Stream.of("images", "steps")).toList();
  }

  @Override
  public boolean owns(List<String> row) {
    int end = row.size();
    return Job.super.owns(row)
        && row.subList(end - 2, end).equals(List.of(text(images), text(steps)));
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials small = bench.trials();
    Recipe recipe = recipe(small.recipe());
    Trials trials = new Trials(small.data(), recipe, small.folder().resolve("counts-" + choice()));
    List<String> row = new ArrayList<>(EpochRow.last(trials.test(trial, progress)).get(0));
    row.add(text(images));
    row.add(text(steps));
    return List.of(row);
  }

  /**
   * The recipe of so many images and steps.
   *
   * @throws IllegalArgumentException if the steps are no whole epochs
   */
  Recipe recipe(Recipe like) {
    return like.withTrainingImages(images).withValidationImages(VALIDATION).withSteps(steps);
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  @Override
  public String choice() {
    return images + SEPARATOR + steps;
  }

  /** A job from its trial and the text of its choice. */
  static CountJob of(Trial trial, String choice) {
    String[] numbers = choice.split(SEPARATOR);
    return new CountJob(trial, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
