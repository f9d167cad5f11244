package io.github.dropblock.accuracy.detection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.network.DetectionNet;
import io.github.dropblock.accuracy.scene.Scene;
import java.util.List;

/**
 * What the network is to answer, as one row for each anchor: a 1 at the class of its item, whether
 * the anchor is judged, whether it is to find an item, and the item's offsets.
 */
final class Targets {
  static final int CLASSES = FashionMnist.CLASSES;
  static final int JUDGED = CLASSES;
  static final int FOREGROUND = JUDGED + 1;
  static final int OFFSETS = FOREGROUND + 1;
  static final int WIDTH = OFFSETS + DetectionNet.OFFSETS;

  private Targets() {}

  /** Of the shape (scenes, anchors, {@link #WIDTH}). */
  static NDArray of(NDManager manager, List<Scene> scenes) {
    int anchors = Anchors.ALL.size();
    float[] values = new float[scenes.size() * anchors * WIDTH];
    int at = 0;
    for (Scene scene : scenes) {
      at = write(scene, values, at);
    }
    return manager.create(values, new Shape(scenes.size(), anchors, WIDTH));
  }

  private static int write(Scene scene, float[] values, int start) {
    int at = start;
    List<Rectangle> items = scene.boxes().stream().map(Rectangle::of).toList();
    int[] matches = Matching.of(Anchors.ALL, items);
    for (int i = 0; i < matches.length; i++) {
      values[at + JUDGED] = matches[i] == Matching.IGNORED ? 0 : 1;
      if (matches[i] >= 0) {
        values[at + scene.boxes().get(matches[i]).label() - 1] = 1;
        values[at + FOREGROUND] = 1;
        float[] offsets = BoxCoding.encode(Anchors.ALL.get(i), items.get(matches[i]));
        System.arraycopy(offsets, 0, values, at + OFFSETS, offsets.length);
      }
      at += WIDTH;
    }
    return at;
  }
}
