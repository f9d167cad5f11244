package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.accuracy.data.Images;
import java.util.function.Function;

/** The share of images that a network classifies correctly. */
final class Accuracy {
  private static final int BATCH = 250;

  private Accuracy() {}

  static double of(NDManager parent, Function<NDList, NDArray> network, Images images) {
    long correct = 0;
    for (Images batch : Batches.inOrder(images, BATCH)) {
      try (NDManager manager = parent.newSubManager()) {
        NDArray scores = network.apply(new NDList(Batches.pixels(manager, batch)));
        long[] classes = scores.argMax(1).toLongArray();
        for (int i = 0; i < classes.length; i++) {
          correct += classes[i] == batch.label(i) ? 1 : 0;
        }
      }
    }
    return (double) correct / images.count();
  }
}
