package io.github.dropblock.accuracy.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.accuracy.job.Workers;
import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Csv;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On results that are all there, so that nothing is trained. */
class SceneLabTest {
  private static final String NAME = "tuning";
  private static final ScenePlan PLAN = ScenePlan.full();
  private static final List<SegmentationTrial> DROPOUTS =
      SceneMethods.all().get(SceneMethods.DROPOUT).stream().map(PLAN::usual).toList();

  @TempDir private Path folder;

  private static List<String> row(SegmentationTrial trial, double validation, double test) {
    List<String> row = new ArrayList<>(trial.fields());
    for (Measure measure : Measure.values()) {
      boolean tuned = measure == Measure.VALIDATION_MIOU;
      row.add(Double.toString(tuned ? validation : test));
    }
    return row;
  }

  private SceneLab<SegmentationTrial> lab(List<List<String>> rows) throws IOException {
    Csv.write(folder.resolve(NAME + ".csv"), Measure.HEADER, rows);
    Workers nobody = new Workers("none", List.of(), 1);
    return SceneLab.ofSegmentation(new Lab(Plan.full(), folder, folder.resolve("results"), nobody));
  }

  private static Map<String, List<Trial>> dropouts() {
    return Map.of(SceneMethods.DROPOUT, DROPOUTS.stream().map(SegmentationTrial::trial).toList());
  }

  /** For each setting its validation mIoU by seeds 1, 2 and 3. */
  private SegmentationTrial tuned(double[]... validation) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (int setting = 0; setting < validation.length; setting++) {
      for (int seed = 1; seed <= 3; seed++) {
        SegmentationTrial trial = DROPOUTS.get(setting).withSeed(seed);
        // What is not asked for says the opposite.
        rows.add(row(trial, validation[setting][seed - 1], 1 - setting));
      }
    }
    return lab(rows).tune(NAME, dropouts(), PLAN::usual).get(SceneMethods.DROPOUT);
  }

  @Test
  void theHighestMeanOfTheValidationScenesIsChosen() throws IOException {
    SegmentationTrial chosen =
        tuned(
            new double[] {0.2, 0.2, 0.2},
            new double[] {0.1, 0.1, 0.5},
            new double[] {0.3, 0.2, 0.3},
            new double[] {0.25, 0.25, 0.25});

    assertEquals(DROPOUTS.get(2), chosen);
  }

  @Test
  void theFirstOfEqualsIsChosen() throws IOException {
    double[] same = {0.25, 0.25, 0.25};

    assertEquals(DROPOUTS.get(1), tuned(new double[3], same, same, same));
  }

  @Test
  void percentIsTheMeanOfTheMeasuresForEachSeed() throws IOException {
    SegmentationTrial trial = DROPOUTS.get(0);
    SceneLab<SegmentationTrial> lab =
        lab(List.of(row(trial.withSeed(101), 0.1, 0.3), row(trial.withSeed(102), 0.2, 0.5)));

    double[] percent =
        lab.values(
            trial,
            List.of(101L, 102L),
            SceneColumn.percent("both", Measure.VALIDATION_MIOU, Measure.TEST_MIOU));

    assertArrayEquals(new double[] {20, 35}, percent, 1e-9);
  }

  @Test
  void eachMethodHasAsManySettings() {
    SceneMethods.all()
        .forEach(
            (name, trials) -> {
              assertEquals(name.equals(SceneMethods.NONE) ? 1 : PLAN.candidates(), trials.size());
              assertEquals(trials.size(), trials.stream().distinct().count());
            });
  }
}
