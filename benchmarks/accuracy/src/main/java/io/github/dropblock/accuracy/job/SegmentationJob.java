package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
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
  public List<String> fields() {
    return scenes.fields();
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    return List.of(bench.segmentations().run(scenes, test, progress));
  }

  @Override
  public String choice() {
    return scenes.sizes() + (test ? "-" + TrainJob.TEST : "");
  }
}
