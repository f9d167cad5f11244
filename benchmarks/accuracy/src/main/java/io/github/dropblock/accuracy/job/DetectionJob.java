package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.detection.DetectionTrial;
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
  public List<String> fields() {
    return detector.fields();
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    return List.of(bench.detectors().run(detector, test, progress));
  }

  @Override
  public String choice() {
    return detector.sizes() + (test ? "-" + TrainJob.TEST : "");
  }
}
