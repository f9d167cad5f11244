package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.scene.Box;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The boxes that a trained detector finds in the first test scenes.
 *
 * @param detector which
 */
public record BoxesJob(DetectionTrial detector) implements Job {
  /** How many scenes. */
  public static final int SCENES = 6;

  @Override
  public Trial trial() {
    return detector.trial();
  }

  @Override
  public List<String> header() {
    return Stream.concat(DetectionTrial.HEADER.stream(), Stream.of("test_scene", "boxes")).toList();
  }

  @Override
  public int rows() {
    return SCENES;
  }

  @Override
  public List<String> fields() {
    return detector.fields();
  }

  @Override
  public int cost(Recipe recipe) {
    return 1;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (List<Box> boxes : bench.detectors().boxes(detector, SCENES)) {
      List<String> row = new ArrayList<>(detector.fields());
      row.add(Integer.toString(rows.size()));
      row.add(boxes.stream().map(BoxesJob::text).collect(Collectors.joining(" ")));
      rows.add(row);
    }
    progress.accept(1);
    return rows;
  }

  private static String text(Box box) {
    return Stream.of(box.label(), box.left(), box.top(), box.right(), box.bottom())
        .map(Object::toString)
        .collect(Collectors.joining(":"));
  }

  /** The boxes of a row. */
  public static List<Box> boxes(List<String> row) {
    String text = row.get(DetectionTrial.HEADER.size() + 1);
    return text.isEmpty() ? List.of() : Arrays.stream(text.split(" ")).map(BoxesJob::box).toList();
  }

  private static Box box(String text) {
    int[] numbers = Arrays.stream(text.split(":")).mapToInt(Integer::parseInt).toArray();
    return new Box(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }

  @Override
  public String choice() {
    return detector.sizes();
  }
}
