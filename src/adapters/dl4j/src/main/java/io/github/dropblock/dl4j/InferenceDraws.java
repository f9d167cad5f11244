package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The draws of one layer at inference, numbered from 0, and the mask of its last pass. */
final class InferenceDraws {
  private final DropoutHook dropout;
  private final LayerSlots network;
  private final int use;
  private long next;
  private DropMask last;

  InferenceDraws(DropoutHook dropout, LayerSlots network, int use) {
    this.dropout = dropout;
    this.network = network;
    this.use = use;
  }

  /** Returns a copy of a layer's input, dropped. */
  INDArray drop(INDArray x, LayerWorkspaceMgr workspaceMgr) {
    // The caller may look at the activations of the layer before, so they stay.
    INDArray copy = Activations.copy(x, workspaceMgr);
    last = dropout.dropAtInference(copy, network.iteration(), network.epoch(), use, next);
    next++;
    return copy;
  }

  /** Notes that the last pass is one of training. */
  void trained() {
    last = null;
  }

  /** Runs a backward pass by the mask of the last pass. */
  <T> T backward(DropoutHook.Backward<T> pass) throws Throwable {
    return last == null ? pass.run() : dropout.backwardWith(last, pass);
  }
}
