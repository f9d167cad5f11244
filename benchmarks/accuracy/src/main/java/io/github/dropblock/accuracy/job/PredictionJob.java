package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The labels that a trained network gives to the pixels of the first test scenes, each a digit of
 * base 16.
 *
 * @param scenes which network
 */
public record PredictionJob(SegmentationTrial scenes) implements Job {
  /** How many scenes. */
  public static final int SCENES = 6;

  private static final int BASE = 16;

  @Override
  public Trial trial() {
    return scenes.trial();
  }

  @Override
  public List<String> header() {
    return Stream.concat(SegmentationTrial.HEADER.stream(), Stream.of("test_scene", "labels"))
        .toList();
  }

  @Override
  public int rows() {
    return SCENES;
  }

  @Override
  public List<String> fields() {
    return scenes.fields();
  }

  @Override
  public int cost(Recipe recipe) {
    return 1;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (byte[] labels : bench.segmentations().predictions(scenes, SCENES)) {
      List<String> row = new ArrayList<>(scenes.fields());
      row.add(Integer.toString(rows.size()));
      row.add(text(labels));
      rows.add(row);
    }
    progress.accept(1);
    return rows;
  }

  private static String text(byte[] labels) {
    StringBuilder text = new StringBuilder();
    for (byte label : labels) {
      text.append(Character.forDigit(label, BASE));
    }
    return text.toString();
  }

  /** The labels of a row. */
  public static byte[] labels(List<String> row) {
    String text = row.get(SegmentationTrial.HEADER.size() + 1);
    byte[] labels = new byte[text.length()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) Character.digit(text.charAt(i), BASE);
    }
    return labels;
  }

  @Override
  public String choice() {
    return scenes.sizes();
  }
}
