package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.LabelSmoothing;
import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.trial.Training.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The training of a classifier.
 *
 * @param training its network
 * @param trial which
 * @param recipe with which
 * @param regime which network, and whether its images are changed
 */
record Classification(Training training, Trial trial, Recipe recipe, Regime regime)
    implements AutoCloseable {
  private static final double SMOOTHING_BESIDE_DROPBLOCK = 0.1;

  static Classification of(Trial trial, Recipe recipe, Regime regime) {
    Training training =
        new Training(
            trial, recipe, sites -> regime.network(sites, trial, recipe.steps()), MiniResNet.INPUT);
    return new Classification(training, trial, recipe, regime);
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss. */
  double epoch(Images images, int epoch) {
    LabelSmoothing smoothing = LabelSmoothing.of(smoothing());
    List<Function<NDManager, Batch>> batches = new ArrayList<>();
    Images changed = regime.images(images, trial.seed(), epoch);
    for (Images part : Batches.shuffled(changed, recipe.batchSize(), trial.seed(), epoch)) {
      batches.add(manager -> batch(manager, part, smoothing));
    }
    return training.epoch(epoch, batches);
  }

  private double smoothing() {
    return switch (trial.method()) {
      case LABEL_SMOOTHING -> 1 - trial.keepProb();
      case DROPBLOCK_LABEL_SMOOTHING -> SMOOTHING_BESIDE_DROPBLOCK;
      default -> 0;
    };
  }

  private static Batch batch(NDManager manager, Images images, LabelSmoothing smoothing) {
    float[] targets = smoothing.smooth(Batches.labels(images), FashionMnist.CLASSES);
    return new Batch(
        Batches.pixels(manager, images),
        manager.create(targets, new Shape(images.count(), FashionMnist.CLASSES)));
  }

  /** The share of images that are classified correctly. */
  double accuracy(Images images) {
    return Accuracy.of(training.manager(), training::evaluate, images);
  }

  @Override
  public void close() {
    training.close();
  }
}
