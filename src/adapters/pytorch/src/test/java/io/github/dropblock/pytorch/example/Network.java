package io.github.dropblock.pytorch.example;

import io.github.dropblock.pytorch.DropBlockModule;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** A convolutional network with DropBlock. */
final class Network extends Module {
  private final Conv2dImpl convolution =
      register_module(
          "convolution", new Conv2dImpl(new Conv2dOptions(1, 8, new LongPointer(3, 3))));
  private final LinearImpl classifier = register_module("classifier", new LinearImpl(8, 2));
  private final DropBlockModule drop;

  Network(DropBlockModule drop) {
    super("network");
    this.drop = register_module("drop", drop);
  }

  Tensor forward(Tensor x) {
    Tensor maps = drop.forward(convolution.forward(x).relu());
    return classifier.forward(maps.mean(2, 3));
  }
}
