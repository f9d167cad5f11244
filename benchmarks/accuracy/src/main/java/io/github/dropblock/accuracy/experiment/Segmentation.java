package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.experiment.Report.Picture;
import io.github.dropblock.accuracy.job.PredictionJob;
import io.github.dropblock.accuracy.scene.Photographs;
import io.github.dropblock.accuracy.scene.Scene;
import io.github.dropblock.accuracy.scene.ScenePicture;
import io.github.dropblock.accuracy.scene.SceneSets;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Segmentation from scratch with each regularizer, tuned alike. */
final class Segmentation implements Experiment {
  static final String NAME = "experiment-7";

  private static final List<String> SHOWN = List.of(SceneMethods.NONE, SceneMethods.SCHEDULED);

  private final Path data;

  Segmentation(Path data) {
    this.data = data;
  }

  @Override
  public String title() {
    return "Segmentation";
  }

  /** The chosen settings; their tuning belongs to this experiment, whoever asks. */
  static Map<String, SegmentationTrial> chosen(SceneLab<SegmentationTrial> lab) throws IOException {
    return lab.tune(NAME, SceneMethods.all(), lab.plan()::usual);
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    SceneLab<SegmentationTrial> scenes = SceneLab.ofSegmentation(lab);
    Map<String, SegmentationTrial> chosen = chosen(scenes);
    List<Long> seeds = scenes.plan().testSeeds();
    scenes.test(name, chosen.values(), seeds);
    SceneTable<SegmentationTrial> table =
        new SceneTable<>(SceneColumns.SEGMENTATION, scenes, seeds, chosen);
    return new Report(
        text(table),
        List.of(
            new Picture(
                "",
                "differences with their intervals",
                DifferenceChart.draw(
                    "Test mIoU, difference from no regularizer",
                    "percentage points",
                    table.entries())),
            new Picture("-scenes", "label maps of both networks", examples(lab, name, chosen))));
  }

  private static String text(SceneTable<SegmentationTrial> table) {
    Table declared = table.ofDifferences("declared");
    for (String reference :
        List.of(SceneMethods.NONE, SceneMethods.DROPOUT, SceneMethods.SPATIAL_DROPOUT)) {
      declared.row(table.difference(SceneMethods.SCHEDULED, reference));
    }
    return table.text(declared);
  }

  private BufferedImage examples(Lab lab, String name, Map<String, SegmentationTrial> chosen)
      throws IOException {
    long seed = lab.plan().scenes().testSeeds().get(0);
    List<PredictionJob> jobs =
        SHOWN.stream().map(shown -> new PredictionJob(chosen.get(shown).withSeed(seed))).toList();
    lab.run(name + "-labels", jobs);
    List<List<byte[]>> predictions = new ArrayList<>();
    for (PredictionJob job : jobs) {
      predictions.add(lab.rows(job).stream().map(PredictionJob::labels).toList());
    }
    SceneSets sets = new SceneSets(FashionMnist.read(data), Photographs.read());
    List<Scene> scenes = sets.test(PredictionJob.SCENES);
    return ScenePicture.comparison(SHOWN, scenes, predictions);
  }
}
