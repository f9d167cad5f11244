package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.scene.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Average precision as COCO measures it: the mean, over 101 recalls from 0 to 1, of the highest
 * precision at that recall or more; and of that the mean over the labels that occur.
 *
 * @see <a href="https://cocodataset.org/#detection-eval">COCO, detection evaluation</a>
 */
final class AveragePrecision {
  private static final int RECALLS = 100;
  private static final int FIRST_PERCENT = 50;
  private static final int PERCENT_STEP = 5;
  private static final int THRESHOLDS = 10;

  private final int labels;
  private final List<List<Box>> truths = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  private record Found(int scene, Detection detection) {}

  /** An average for labels from 1 to this number. */
  AveragePrecision(int labels) {
    this.labels = labels;
  }

  /** Adds a scene: what is there, and what was found. */
  void add(List<Box> boxes, List<Detection> detections) {
    detections.forEach(detection -> found.add(new Found(truths.size(), detection)));
    truths.add(boxes);
  }

  /** The mean over ten thresholds from 0.5 to 0.95. */
  double mean() {
    return IntStream.range(0, THRESHOLDS)
        .mapToDouble(i -> at((FIRST_PERCENT + i * PERCENT_STEP) / 100.0))
        .average()
        .orElseThrow();
  }

  /** Where a detection counts from this intersection over union on. */
  double at(double threshold) {
    return IntStream.rangeClosed(1, labels)
        .mapToDouble(label -> ofLabel(label, threshold))
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElseThrow(() -> new IllegalStateException("no scene has an item"));
  }

  /** NaN for a label that does not occur. */
  private double ofLabel(int label, double threshold) {
    List<List<Box>> items =
        truths.stream()
            .map(boxes -> boxes.stream().filter(box -> box.label() == label).toList())
            .toList();
    int count = items.stream().mapToInt(List::size).sum();
    return count == 0 ? Double.NaN : overRecalls(count, hits(label, items, threshold));
  }

  /** Whether each detection of the label finds an item, the likeliest detection first. */
  private List<Boolean> hits(int label, List<List<Box>> items, double threshold) {
    List<List<Box>> free = new ArrayList<>();
    items.forEach(boxes -> free.add(new ArrayList<>(boxes)));
    return found.stream()
        .filter(f -> f.detection().label() == label)
        .sorted(Comparator.comparingDouble((Found f) -> f.detection().score()).reversed())
        .map(f -> takes(free.get(f.scene()), f.detection().rectangle(), threshold))
        .toList();
  }

  /** Takes away the item that a rectangle overlaps most, if it does so enough. */
  private static boolean takes(List<Box> free, Rectangle rectangle, double threshold) {
    int best = -1;
    double highest = 0;
    for (int i = 0; i < free.size(); i++) {
      double iou = rectangle.iou(Rectangle.of(free.get(i)));
      if (iou >= threshold && iou > highest) {
        best = i;
        highest = iou;
      }
    }
    if (best >= 0) {
      free.remove(best);
    }
    return best >= 0;
  }

  private static double overRecalls(int items, List<Boolean> hits) {
    int[] correct = new int[hits.size()];
    for (int i = 0; i < correct.length; i++) {
      correct[i] = (i == 0 ? 0 : correct[i - 1]) + (hits.get(i) ? 1 : 0);
    }
    return IntStream.rangeClosed(0, RECALLS)
        .mapToDouble(recall -> precision(correct, (long) recall * items))
        .average()
        .orElseThrow();
  }

  /** The highest precision where 100 times the correct ones are at least so many; 0 if never. */
  private static double precision(int[] correct, long least) {
    return IntStream.range(0, correct.length)
        .filter(i -> (long) RECALLS * correct[i] >= least)
        .mapToDouble(i -> (double) correct[i] / (i + 1))
        .max()
        .orElse(0);
  }
}
