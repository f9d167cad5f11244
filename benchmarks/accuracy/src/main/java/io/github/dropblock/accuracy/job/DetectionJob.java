package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains a detector on scenes.
 *
 * @param detector which
 * @param test whether it may see the test scenes
 */
public record DetectionJob(DetectionTrial detector, boolean test) implements Job {
  @Override
  public Trial trial() {
    return detector.trial();
  }

  @Override
  public List<String> header() {
    return DetectionMeasure.HEADER;
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public boolean owns(List<String> row) {
    List<String> fields = detector.fields();
    return row.subList(0, fields.size()).equals(fields);
  }

  @Override
  public int cost(Recipe recipe) {
    return 100;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    return List.of(bench.detectors().run(detector, test, progress));
  }

  @Override
  public String choice() {
    return sizes(detector) + (test ? "-" + TrainJob.TEST : "");
  }

  /** The fields beside the trial's, as a text without a comma. */
  static String sizes(DetectionTrial detector) {
    return detector.scenes() + "-" + detector.steps();
  }

  /** A detector's trial from its fields, and others after them. */
  static DetectionTrial trial(Trial trial, String sizes) {
    String[] numbers = sizes.split("-");
    return new DetectionTrial(trial, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
