package io.github.dropblock.pytorch.example;

import io.github.dropblock.MonteCarlo;
import io.github.dropblock.pytorch.DropBlockModule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/** How sure a trained network is: it predicts several times, and drops each time. */
final class Uncertainty {
  private final Network network;
  private final List<DropBlockModule> drops;

  Uncertainty(Network network, List<DropBlockModule> drops) {
    this.network = network;
    this.drops = drops;
  }

  /** Mean, variance, entropy and mutual information of a number of predictions. */
  MonteCarlo of(org.bytedeco.pytorch.Tensor images, int draws) {
    network.eval();
    drops.forEach(DropBlockModule::enableAtInference);
    MonteCarlo outputs = MonteCarlo.ofProbabilities(draws, () -> probabilities(images));
    drops.forEach(DropBlockModule::disableAtInference);
    return outputs;
  }

  Tensor probabilities(org.bytedeco.pytorch.Tensor images) {
    try (PointerScope memory = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      org.bytedeco.pytorch.Tensor output = network.forward(images).softmax(1).contiguous();
      Shape shape = Shape.nc((int) output.size(0), (int) output.size(1));
      float[] probabilities = new float[shape.size()];
      output.<FloatBuffer>createBuffer().get(probabilities);
      return Tensor.of(probabilities, shape);
    }
  }
}
