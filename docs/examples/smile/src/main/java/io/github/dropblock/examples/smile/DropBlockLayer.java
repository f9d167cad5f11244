package io.github.dropblock.examples.smile;

import io.github.dropblock.pytorch.DropBlockModule;
import smile.deep.layer.Layer;
import smile.deep.tensor.Tensor;

/** DropBlock as a layer of Smile. */
record DropBlockLayer(DropBlockModule asTorch) implements Layer {
  @Override
  public Tensor forward(Tensor x) {
    return new Tensor(asTorch.forward(x.asTorch()));
  }
}
