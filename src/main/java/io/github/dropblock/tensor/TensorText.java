package io.github.dropblock.tensor;

import java.util.StringJoiner;

/** Text form of a tensor that is short enough for a log line, whatever the tensor's size. */
final class TensorText {
  static final int SHOWN = 8;

  private TensorText() {}

  static String of(Tensor tensor) {
    int size = tensor.shape().size();
    StringJoiner elements = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < Math.min(size, SHOWN); i++) {
      elements.add(Float.toString(tensor.data()[tensor.offset() + i]));
    }
    if (size > SHOWN) {
      elements.add("... " + (size - SHOWN) + " more");
    }
    return tensor.shape() + " " + elements;
  }
}
