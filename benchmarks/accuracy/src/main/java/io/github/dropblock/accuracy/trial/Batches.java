package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.accuracy.data.Images;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Images as arrays of the engine. */
final class Batches {
  // Of the 60,000 training images, from 0 to 1.
  private static final float MEAN = 0.2860f;
  private static final float DEVIATION = 0.3530f;

  private Batches() {}

  /** The images in an order that depends on the seed and the epoch alone, cut into batches. */
  static List<Images> shuffled(Images images, int batchSize, long seed, int epoch) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, images.count()).boxed().toList());
    Collections.shuffle(order, new Random(seed * 1_000_003 + epoch));
    return cut(images, order, batchSize);
  }

  /** The images in their order, cut into batches. */
  static List<Images> inOrder(Images images, int batchSize) {
    return cut(images, IntStream.range(0, images.count()).boxed().toList(), batchSize);
  }

  private static List<Images> cut(Images images, List<Integer> order, int batchSize) {
    List<Images> batches = new ArrayList<>();
    for (int start = 0; start < order.size(); start += batchSize) {
      List<Integer> indices = order.subList(start, Math.min(start + batchSize, order.size()));
      batches.add(images.select(indices.stream().mapToInt(i -> i).toArray()));
    }
    return batches;
  }

  /** Standardized pixels, of the shape (images, 1, height, width). */
  static NDArray pixels(NDManager manager, Images images) {
    float[] values = new float[images.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((images.pixels()[i] & 0xff) / 255f - MEAN) / DEVIATION;
    }
    return manager.create(values, new Shape(images.count(), 1, images.height(), images.width()));
  }

  /** The labels. */
  static int[] labels(Images images) {
    return IntStream.range(0, images.count()).map(images::label).toArray();
  }
}
