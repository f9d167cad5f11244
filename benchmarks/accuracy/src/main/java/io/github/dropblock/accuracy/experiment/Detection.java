package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.experiment.Report.Picture;
import io.github.dropblock.accuracy.job.BoxesJob;
import io.github.dropblock.accuracy.scene.Box;
import io.github.dropblock.accuracy.scene.Photographs;
import io.github.dropblock.accuracy.scene.ScenePicture;
import io.github.dropblock.accuracy.scene.SceneSets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Detection from scratch with each regularizer, tuned alike. */
final class Detection implements Experiment {
  private static final List<String> SHOWN = List.of(SceneMethods.NONE, SceneMethods.SCHEDULED);

  private final Path data;

  Detection(Path data) {
    this.data = data;
  }

  @Override
  public String title() {
    return "Detection";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    SceneLab<DetectionTrial> scenes = SceneLab.ofDetection(lab);
    Map<String, DetectionTrial> chosen =
        scenes.tune(name, DetectionMethods.all(), scenes.plan()::detector);
    List<Long> seeds = scenes.plan().testSeeds();
    scenes.test(name, chosen.values(), seeds);
    SceneTable<DetectionTrial> table =
        new SceneTable<>(SceneColumns.DETECTION, scenes, seeds, chosen);
    return new Report(
        text(table),
        List.of(
            new Picture(
                "",
                "differences with their intervals",
                DifferenceChart.draw(
                    "Test AP, difference from no regularizer",
                    "percentage points",
                    table.entries())),
            new Picture("-scenes", "boxes of both networks", examples(lab, name, chosen))));
  }

  private static String text(SceneTable<DetectionTrial> table) {
    Table declared = table.ofDifferences("declared");
    declared.row(table.difference(SceneMethods.SCHEDULED, SceneMethods.NONE));
    declared.row(table.difference(SceneMethods.SCHEDULED, SceneMethods.DROPOUT));
    declared.row(table.difference(DetectionMethods.ON_PYRAMID, SceneMethods.NONE));
    return table.text(declared);
  }

  private BufferedImage examples(Lab lab, String name, Map<String, DetectionTrial> chosen)
      throws IOException {
    long seed = lab.plan().scenes().testSeeds().get(0);
    List<BoxesJob> jobs =
        SHOWN.stream().map(shown -> new BoxesJob(chosen.get(shown).withSeed(seed))).toList();
    lab.run(name + "-boxes", jobs);
    List<List<List<Box>>> found = new ArrayList<>();
    for (BoxesJob job : jobs) {
      found.add(lab.rows(job).stream().map(BoxesJob::boxes).toList());
    }
    SceneSets sets = new SceneSets(FashionMnist.read(data), Photographs.read());
    return ScenePicture.boxes(SHOWN, sets.test(BoxesJob.SCENES), found);
  }
}
