package io.github.dropblock.accuracy.scene;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Scenes as arrays of the engine. */
public final class SceneBatches {
  // Of the pixels of 10,000 training scenes, from 0 to 1.
  private static final float MEAN = 0.46f;
  private static final float DEVIATION = 0.28f;

  private SceneBatches() {}

  /** Batches in an order, and with flips, that depend on the seed and the epoch alone. */
  public static List<List<Scene>> shuffled(
      List<Scene> scenes, int batchSize, long seed, int epoch) {
    Random random = new Random(seed * 1_000_003 + epoch);
    List<Scene> order = new ArrayList<>(scenes);
    Collections.shuffle(order, random);
    order.replaceAll(scene -> random.nextBoolean() ? scene.flipped() : scene);
    return cut(order, batchSize);
  }

  /** The scenes in their order, cut into batches. */
  public static List<List<Scene>> cut(List<Scene> scenes, int batchSize) {
    List<List<Scene>> batches = new ArrayList<>();
    for (int start = 0; start < scenes.size(); start += batchSize) {
      batches.add(scenes.subList(start, Math.min(start + batchSize, scenes.size())));
    }
    return batches;
  }

  /** Standardized pixels, of the shape (scenes, 1, rows, columns). */
  public static NDArray pixels(NDManager manager, List<Scene> scenes) {
    int side = scenes.get(0).side();
    float[] values = new float[scenes.size() * side * side];
    int at = 0;
    for (Scene scene : scenes) {
      for (byte pixel : scene.pixels()) {
        values[at++] = ((pixel & 0xff) / 255f - MEAN) / DEVIATION;
      }
    }
    return manager.create(values, new Shape(scenes.size(), 1, side, side));
  }

  /** 1 for the label of each pixel and 0 for the others: (scenes, labels, rows, columns). */
  public static NDArray targets(NDManager manager, List<Scene> scenes) {
    int side = scenes.get(0).side();
    int size = side * side;
    float[] values = new float[scenes.size() * Scene.LABELS * size];
    int at = 0;
    for (Scene scene : scenes) {
      for (int pixel = 0; pixel < size; pixel++) {
        values[at + scene.labels()[pixel] * size + pixel] = 1;
      }
      at += Scene.LABELS * size;
    }
    return manager.create(values, new Shape(scenes.size(), Scene.LABELS, side, side));
  }
}
