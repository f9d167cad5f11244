package io.github.dropblock.djl.example;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.Trainer;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;

/** How sure a trained network is: it predicts several times, and drops each time. */
final class Uncertainty {
  private final Trainer trainer;
  private final List<DropBlockLayer> layers;

  Uncertainty(Trainer trainer, List<DropBlockLayer> layers) {
    this.trainer = trainer;
    this.layers = layers;
  }

  /** Mean, variance, entropy and mutual information of a number of predictions. */
  MonteCarlo of(NDArray images, int draws) {
    layers.forEach(DropBlockLayer::enableAtInference);
    MonteCarlo outputs = MonteCarlo.ofProbabilities(draws, () -> probabilities(images));
    layers.forEach(DropBlockLayer::disableAtInference);
    return outputs;
  }

  Tensor probabilities(NDArray images) {
    try (NDArray scores = trainer.evaluate(new NDList(images)).head();
        NDArray probabilities = scores.softmax(1)) {
      int classes = (int) scores.getShape().get(1);
      return Tensor.of(
          probabilities.toFloatArray(), Shape.nc((int) images.getShape().get(0), classes));
    }
  }
}
