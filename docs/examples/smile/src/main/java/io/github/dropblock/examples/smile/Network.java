package io.github.dropblock.examples.smile;

import io.github.dropblock.pytorch.DropBlockModule;
import smile.deep.activation.ReLU;
import smile.deep.layer.Layer;
import smile.deep.layer.LayerBlock;
import smile.deep.layer.SequentialBlock;
import smile.deep.tensor.Tensor;

/** A small convolutional network with DropBlock on its maps. */
final class Network extends LayerBlock {
  private final Layer maps;
  private final Layer classifier = Layer.linear(8, 2);

  Network(DropBlockModule drop) {
    maps =
        new SequentialBlock(
            Layer.conv2d(1, 8, 3),
            new ReLU(false),
            new DropBlockLayer(drop),
            Layer.adaptiveAvgPool2d(1));
    add("maps", maps);
    add("classifier", classifier);
  }

  @Override
  public Tensor forward(Tensor x) {
    try (Tensor means = maps.forward(x);
        Tensor features = means.flatten(1)) {
      return classifier.forward(features);
    }
  }
}
