package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains a network on scenes.
 *
 * @param scenes which
 * @param test whether it may see the test scenes
 */
public record SegmentationJob(SegmentationTrial scenes, boolean test) implements Job {
  @Override
  public Trial trial() {
    return scenes.trial();
  }

  @Override
  public List<String> header() {
    return Measure.HEADER;
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public boolean owns(List<String> row) {
    List<String> fields = scenes.fields();
    return row.subList(0, fields.size()).equals(fields);
  }

  @Override
  public int cost(Recipe recipe) {
    return 100;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    return List.of(bench.segmentations().run(scenes, test, progress));
  }

  @Override
  public String choice() {
    return sizes(scenes) + (test ? "-" + TrainJob.TEST : "");
  }

  /** The fields beside the trial's, as a text without a comma. */
  static String sizes(SegmentationTrial scenes) {
    return scenes.scenes() + "-" + scenes.steps() + "-" + scenes.mapSide();
  }

  /** A trial from its fields, and others after them. */
  static SegmentationTrial trial(Trial trial, String sizes) {
    String[] numbers = sizes.split("-");
    return new SegmentationTrial(
        trial,
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[1]),
        Integer.parseInt(numbers[2]));
  }
}
