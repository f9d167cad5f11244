package io.github.dropblock.accuracy.detection;

import java.util.Arrays;
import java.util.List;

/**
 * Which item each anchor is to find: the one that it overlaps most, if it does so enough. An item
 * that no anchor overlaps enough gets the anchor that overlaps it most.
 */
final class Matching {
  /** For anchors that are to find nothing. */
  static final int BACKGROUND = -1;

  /** For anchors between, which are not judged. */
  static final int IGNORED = -2;

  /** From this intersection over union on, an anchor is to find the item. */
  static final double FOREGROUND_IOU = 0.5;

  /** Below this, it is to find nothing. */
  static final double BACKGROUND_IOU = 0.4;

  private Matching() {}

  /** For each anchor the index of an item, {@link #BACKGROUND} or {@link #IGNORED}. */
  static int[] of(List<Rectangle> anchors, List<Rectangle> items) {
    int[] matches = new int[anchors.size()];
    double[] highest = new double[items.size()];
    int[] nearest = new int[items.size()];
    Arrays.fill(nearest, BACKGROUND);
    for (int i = 0; i < matches.length; i++) {
      int best = BACKGROUND;
      double bestIou = 0;
      for (int item = 0; item < items.size(); item++) {
        double iou = anchors.get(i).iou(items.get(item));
        if (iou > bestIou) {
          best = item;
          bestIou = iou;
        }
        if (iou > highest[item]) {
          nearest[item] = i;
          highest[item] = iou;
        }
      }
      matches[i] = bestIou >= FOREGROUND_IOU ? best : unmatched(bestIou);
    }
    for (int item = 0; item < nearest.length; item++) {
      if (nearest[item] >= 0 && highest[item] < FOREGROUND_IOU) {
        matches[nearest[item]] = item;
      }
    }
    return matches;
  }

  private static int unmatched(double iou) {
    return iou < BACKGROUND_IOU ? BACKGROUND : IGNORED;
  }
}
