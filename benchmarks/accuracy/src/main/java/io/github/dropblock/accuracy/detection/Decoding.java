package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.network.DetectionNet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From the network's answer to detections. */
final class Decoding {
  /** Below this probability nothing is found. */
  static final double LOWEST_SCORE = 0.05;

  /** Of two detections of a class that overlap more, the less likely one is dropped. */
  static final double MOST_IOU = 0.5;

  /** So many detections of a scene are kept. */
  static final int MOST = 100;

  private static final int VALUES = Targets.CLASSES + DetectionNet.OFFSETS;

  private Decoding() {}

  /**
   * The detections of one scene, the likeliest first.
   *
   * @param answers of a batch, for each anchor the logits of the classes and the offsets
   * @param scene its index in the batch
   */
  static List<Detection> of(float[] answers, int scene) {
    List<Detection> all = new ArrayList<>();
    int at = scene * Anchors.ALL.size() * VALUES;
    for (Rectangle anchor : Anchors.ALL) {
      for (int i = 0; i < Targets.CLASSES; i++) {
        double score = 1 / (1 + Math.exp(-answers[at + i]));
        if (score >= LOWEST_SCORE) {
          Rectangle found = BoxCoding.decode(anchor, answers, at + Targets.CLASSES);
          all.add(new Detection(1 + i, score, found.inside(DetectionNet.SIDE)));
        }
      }
      at += VALUES;
    }
    return withoutRepetitions(all);
  }

  /** Non-maximum suppression, for each class by itself. */
  static List<Detection> withoutRepetitions(List<Detection> detections) {
    List<Detection> sorted = new ArrayList<>(detections);
    sorted.sort(Comparator.comparingDouble(Detection::score).reversed());
    List<Detection> kept = new ArrayList<>();
    for (Detection detection : sorted) {
      if (kept.size() < MOST && kept.stream().noneMatch(other -> repeats(detection, other))) {
        kept.add(detection);
      }
    }
    return kept;
  }

  private static boolean repeats(Detection detection, Detection likelier) {
    return detection.label() == likelier.label()
        && detection.rectangle().iou(likelier.rectangle()) > MOST_IOU;
  }
}
