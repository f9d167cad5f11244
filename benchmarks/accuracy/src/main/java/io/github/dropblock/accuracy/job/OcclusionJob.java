package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.occlusion.Occlusion;
import io.github.dropblock.accuracy.scene.Photographs;
import io.github.dropblock.accuracy.trial.TrainedNetwork;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Measures a network of the wide regime on clean test images, and then on the same images with a
 * part of each hidden.
 *
 * @param trial which network
 */
public record OcclusionJob(Trial trial) implements Job {
  /** How many test images are used, the first ones. */
  public static final int IMAGES = 4000;

  private static final String CLEAN = "clean";

  @Override
  public List<String> header() {
    return Trial.header("occluder", "test_accuracy");
  }

  @Override
  public int rows() {
    return 1 + Occlusion.all().size();
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = bench.wideTrials();
    TrainedNetwork network = trials.network(trial);
    Photographs photographs = Photographs.read();
    Images images = trials.testImages(IMAGES);
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(CLEAN, network, images));
    for (Occlusion occlusion : Occlusion.all()) {
      rows.add(row(occlusion.toString(), network, occlusion.of(images, photographs)));
      progress.accept(100 * rows.size() / rows());
    }
    return rows;
  }

  private List<String> row(String occluder, TrainedNetwork network, Images images)
      throws IOException {
    List<String> row = new ArrayList<>(trial.fields());
    row.add(occluder);
    row.add(String.format(Locale.ROOT, "%.4f", network.accuracy(images)));
    return row;
  }

  /** The accuracy of a result on clean images. */
  public static double clean(List<List<String>> rows) {
    return accuracy(rows, CLEAN);
  }

  /** The accuracy of a result on occluded images. */
  public static double occluded(List<List<String>> rows, Occlusion occlusion) {
    return accuracy(rows, occlusion.toString());
  }

  private static double accuracy(List<List<String>> rows, String occluder) {
    List<String> found =
        rows.stream()
            .filter(row -> row.get(row.size() - 2).equals(occluder))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(found.get(found.size() - 1));
  }
}
