package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A piece of work with rows of text as its result. It depends on nothing but its own text. */
public sealed interface Job
    permits TrainJob,
        SearchJob,
        InferenceJob,
        ActivationJob,
        SegmentationJob,
        PredictionJob,
        WideJob,
        DetectionJob,
        BoxesJob,
        CellJob,
        OcclusionJob,
        UncertaintyJob,
        PolicyJob,
        CountJob {
  /** Which network it trains or looks at. */
  Trial trial();

  /** The columns of the result. */
  List<String> header();

  /** How many rows the result has: of a training, the last epoch's alone. */
  default int rows() {
    return 1;
  }

  /** What each row of the result begins with. */
  default List<String> fields() {
    return trial().fields();
  }

  /** Whether a row under the job's header is of this job's result. */
  default boolean owns(List<String> row) {
    return row.subList(0, fields().size()).equals(fields());
  }

  /** How far its progress counts: percent, epochs or pieces. */
  default int cost(Recipe recipe) {
    return 100;
  }

  /**
   * Does the work.
   *
   * @param bench what it works with
   * @param progress told how much of the cost is done
   * @return the rows of the result
   */
  List<List<String>> run(Bench bench, IntConsumer progress) throws IOException;

  /** The choices of this kind of job, beside the trial, without a comma. */
  default String choice() {
    return "";
  }

  /** A name that is fit for a file. */
  default String fileName() {
    return getClass().getSimpleName() + choice() + "_" + trial().fileName() + ".csv";
  }

  /** The job as one line. */
  default String toLine() {
    List<String> words = new ArrayList<>(List.of(getClass().getSimpleName(), choice()));
    words.addAll(trial().fields());
    return String.join(",", words);
  }

  /** A job from its line. */
  static Job ofLine(String line) {
    List<String> words = List.of(line.split(",", -1));
    Trial trial = Trial.of(words.subList(2, words.size()));
    String choice = words.get(1);
    return switch (words.get(0)) {
      case "TrainJob" -> new TrainJob(trial, choice.equals(TrainJob.TEST));
      case "SearchJob" -> new SearchJob(trial, Integer.parseInt(choice));
      case "InferenceJob" -> new InferenceJob(trial, Integer.parseInt(choice));
      case "SegmentationJob" ->
          new SegmentationJob(SegmentationTrial.of(trial, choice), choice.endsWith(TrainJob.TEST));
      case "PredictionJob" -> new PredictionJob(SegmentationTrial.of(trial, choice));
      case "WideJob" -> new WideJob(trial);
      case "DetectionJob" ->
          new DetectionJob(DetectionTrial.of(trial, choice), choice.endsWith(TrainJob.TEST));
      case "CellJob" -> CellJob.of(trial, choice);
      case "BoxesJob" -> new BoxesJob(DetectionTrial.of(trial, choice));
      case "OcclusionJob" -> new OcclusionJob(trial);
      case "UncertaintyJob" -> new UncertaintyJob(trial, choice.equals(UncertaintyJob.LEFT_OUT));
      case "PolicyJob" -> new PolicyJob(trial);
      case "CountJob" -> CountJob.of(trial, choice);
      case "ActivationJob" -> new ActivationJob(trial);
      default -> throw new IllegalArgumentException("no job: " + line);
    };
  }
}
