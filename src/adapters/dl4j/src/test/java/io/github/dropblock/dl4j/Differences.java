package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's gradient beside the finite differences of its score in training. */
final class Differences {
  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 1e-7;

  private Differences() {}

  /** Parameters of a network in double precision: all of a small one, and some 200 of others. */
  static void check(Model network, INDArray x, INDArray y) {
    setData(network, x, y);
    score(network);
    INDArray gradient = gradient(network).dup();
    INDArray parameters = network.params();
    INDArray learned = learned(network);
    for (long i = 0; i < parameters.length(); i += 1 + parameters.length() / 400) {
      if (learned.getDouble(i) == 0) {
        continue;
      }
      double value = parameters.getDouble(i);
      parameters.putScalar(i, value + STEP);
      double above = score(network);
      parameters.putScalar(i, value - STEP);
      double below = score(network);
      parameters.putScalar(i, value);
      assertEquals((above - below) / (2 * STEP), gradient.getDouble(i) / x.size(0), TOLERANCE);
    }
    assertTrue(gradient.amaxNumber().doubleValue() > 0.01, "the gradient is nothing");
  }

  /** 1 for parameters, and 0 for the statistics that batch normalization keeps among them. */
  private static INDArray learned(Model network) {
    INDArray parameters = network.params();
    INDArray values = parameters.dup();
    parameters.assign(1);
    network
        .paramTable()
        .forEach(
            (name, part) -> {
              if (name.matches(".*_(mean|var|log10stdev)")) {
                part.assign(0);
              }
            });
    INDArray learned = parameters.dup();
    parameters.assign(values);
    return learned;
  }

  static void setData(Model network, INDArray x, INDArray y) {
    if (network instanceof MultiLayerNetwork chain) {
      chain.setInput(x);
      chain.setLabels(y);
    } else {
      ((ComputationGraph) network).setInputs(x);
      ((ComputationGraph) network).setLabels(y);
    }
  }

  /** Of the current iteration, so with the same masks each time. */
  static double score(Model network) {
    network.computeGradientAndScore(LayerWorkspaceMgr.noWorkspaces());
    return network.score();
  }

  /** The sum over the samples; the score is their mean. */
  static INDArray gradient(Model network) {
    return network instanceof MultiLayerNetwork chain
        ? chain.getFlattenedGradients()
        : ((ComputationGraph) network).getFlattenedGradients();
  }
}
