package io.github.dropblock.accuracy.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.scene.Box;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobTest {
  private static final Trial TRIAL =
      new Trial(
          Method.DROPBLOCK_LABEL_SMOOTHING, 0.95, 7, Place.GROUPS_34_SKIP, Schedule.LINEAR, 101);

  private static final DetectionTrial DETECTOR = new DetectionTrial(TRIAL, 200, 2000);

  static Stream<Job> jobs() {
    return Stream.of(
        new TrainJob(TRIAL, true),
        new TrainJob(Trial.none(3), false),
        new SearchJob(TRIAL, 4),
        new InferenceJob(TRIAL, 7),
        new ActivationJob(TRIAL),
        new WideJob(TRIAL),
        new OcclusionJob(TRIAL),
        new UncertaintyJob(TRIAL, false),
        new UncertaintyJob(TRIAL, true),
        new PolicyJob(TRIAL),
        new CountJob(TRIAL, 250, 3200),
        new CountJob(TRIAL, 1000, 3200),
        new SegmentationJob(new SegmentationTrial(TRIAL, 200, 2000, 12), true),
        new SegmentationJob(new SegmentationTrial(TRIAL, 200, 2000, 24), false),
        new PredictionJob(new SegmentationTrial(TRIAL, 100, 4000, 12)),
        new DetectionJob(DETECTOR, true),
        new DetectionJob(new DetectionTrial(TRIAL, 200, 1000), false),
        new BoxesJob(DETECTOR),
        new CellJob(TRIAL, false),
        new CellJob(TRIAL, true));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void aJobComesBackFromItsLine(Job job) {
    assertEquals(job, Job.ofLine(job.toLine()));
  }

  @Test
  void jobsHaveFilesOfTheirOwn() {
    assertEquals(jobs().count(), jobs().map(Job::fileName).distinct().count());
  }

  @Test
  void rowsBelongToTheJobOfTheirTrialAndChoice() {
    List<String> row = new ArrayList<>(TRIAL.fields());
    row.add("7");

    assertTrue(new InferenceJob(TRIAL, 7).owns(row));
    assertFalse(new InferenceJob(TRIAL, 1).owns(row));
    assertFalse(new InferenceJob(TRIAL.withSeed(102), 7).owns(row));
  }

  @Test
  void rowsOfScenesBelongToTheJobOfTheirSizes() {
    SegmentationTrial scenes = new SegmentationTrial(TRIAL, 200, 2000, 12);
    List<String> row = new ArrayList<>(scenes.fields());
    row.add("0.5");

    assertTrue(new SegmentationJob(scenes, true).owns(row));
    assertFalse(new SegmentationJob(new SegmentationTrial(TRIAL, 200, 2000, 24), true).owns(row));
  }

  @Test
  void foundBoxesComeBackFromTheirText() {
    List<String> row = new ArrayList<>(DETECTOR.fields());
    List<String> nothing = new ArrayList<>(DETECTOR.fields());
    row.addAll(List.of("0", "3:1:2:30:40 10:0:0:48:48"));
    nothing.addAll(List.of("1", ""));

    assertEquals(List.of(new Box(3, 1, 2, 30, 40), new Box(10, 0, 0, 48, 48)), BoxesJob.boxes(row));
    assertEquals(List.of(), BoxesJob.boxes(nothing));
    assertTrue(new DetectionJob(DETECTOR, true).owns(row));
    assertFalse(new DetectionJob(new DetectionTrial(TRIAL, 200, 1000), true).owns(row));
  }

  @Test
  void rowsOfUncertaintyBelongToTheJobOfTheirClasses() {
    List<String> row = new ArrayList<>(TRIAL.fields());
    row.add("1+6");

    assertTrue(new UncertaintyJob(TRIAL, true).owns(row), "seed 101 leaves out 1 and 6");
    assertFalse(new UncertaintyJob(TRIAL, false).owns(row));
  }

  @Test
  void rowsOfCountsBelongToTheJobOfTheirCount() {
    List<String> row = new ArrayList<>(TRIAL.fields());
    row.addAll(List.of("250", "3200"));

    assertTrue(new CountJob(TRIAL, 250, 3200).owns(row));
    assertFalse(new CountJob(TRIAL, 1000, 3200).owns(row));
    assertFalse(new CountJob(TRIAL, 250, 6400).owns(row));
  }

  @Test
  void eachCountOfImagesHasTheSameSteps() {
    for (int images : new int[] {250, 1000, 4000, 16_000}) {
      assertEquals(3200, new CountJob(TRIAL, images, 3200).recipe(Recipe.FULL).steps());
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new CountJob(TRIAL, 16_000, 4000).recipe(Recipe.FULL));
  }

  @Test
  void predictedLabelsComeBackFromTheirText() {
    SegmentationTrial scenes = new SegmentationTrial(TRIAL, 200, 2000, 12);
    List<String> row = new ArrayList<>(scenes.fields());
    row.addAll(List.of("0", "05a"));

    assertArrayEquals(new byte[] {0, 5, 10}, PredictionJob.labels(row));
  }

  @Test
  void rejectsOtherLines() {
    assertThrows(IllegalArgumentException.class, () -> Job.ofLine("x,,none,1.0,0,a,b,1"));
  }
}
