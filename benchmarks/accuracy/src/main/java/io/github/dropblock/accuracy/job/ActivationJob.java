package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.trial.ActivationMap;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Measures how far a network's class activation maps are spread, over all test images, and gives
 * the maps of the first image of each class.
 *
 * @param trial which network
 */
public record ActivationJob(Trial trial) implements Job {
  /** How many maps are among the rows; the mean over all test images comes first. */
  public static final int MAPS = FashionMnist.CLASSES;

  @Override
  public List<String> header() {
    return Trial.header("test_image", "effective_area", "area_above_half", "map");
  }

  @Override
  public int rows() {
    return 1 + MAPS;
  }

  @Override
  public int cost(Recipe recipe) {
    return 1;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = bench.trials();
    Images images = trials.testImages();
    List<ActivationMap> maps = trials.network(trial).activationMaps(images);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("all", mean(maps, true), mean(maps, false), ""));
    for (int index : firstOfEachClass(images)) {
      ActivationMap map = maps.get(index);
      String image = Integer.toString(index);
      rows.add(row(image, map.effectiveArea(), map.areaAboveHalf(), text(map)));
    }
    progress.accept(1);
    return rows;
  }

  private static double mean(List<ActivationMap> maps, boolean effective) {
    return maps.stream()
        .mapToDouble(map -> effective ? map.effectiveArea() : map.areaAboveHalf())
        .average()
        .orElseThrow();
  }

  private List<String> row(String image, double effectiveArea, double aboveHalf, String map) {
    List<String> row = new ArrayList<>(trial.fields());
    row.add(image);
    row.add(number(effectiveArea));
    row.add(number(aboveHalf));
    row.add(map);
    return row;
  }

  private static String text(ActivationMap map) {
    List<String> values = new ArrayList<>();
    for (float value : map.values()) {
      values.add(number(value));
    }
    return String.join(" ", values);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static int[] firstOfEachClass(Images images) {
    return IntStream.range(0, FashionMnist.CLASSES)
        .map(
            label ->
                IntStream.range(0, images.count())
                    .filter(i -> images.label(i) == label)
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }
}
