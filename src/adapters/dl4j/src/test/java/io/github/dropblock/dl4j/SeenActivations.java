package io.github.dropblock.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a layer of a network hands on in each iteration of its training. */
final class SeenActivations extends BaseTrainingListener {
  private final int layer;
  private final List<INDArray> seen = new ArrayList<>();

  SeenActivations(int layer) {
    this.layer = layer;
  }

  @Override
  public void onForwardPass(Model model, List<INDArray> activations) {
    // The first is the network's input.
    seen.add(activations.get(layer + 1).detach());
  }

  List<INDArray> seen() {
    return seen;
  }
}
