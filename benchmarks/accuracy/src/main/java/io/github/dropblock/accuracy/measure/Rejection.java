package io.github.dropblock.accuracy.measure;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The accuracy on the images that are left when the most uncertain ones are rejected. */
public final class Rejection {
  private Rejection() {}

  /**
   * The accuracy when images of the highest entropy are rejected.
   *
   * @param predictions of all images
   * @param rejected the share of images that is rejected, in [0, 1)
   * @return the share of the others that is correct; of equal entropies the later image is rejected
   */
  public static double accuracy(Predictions predictions, double rejected) {
    int left = (int) Math.ceil((1 - rejected) * predictions.count() - 1e-9);
    long correct =
        IntStream.range(0, predictions.count())
            .boxed()
            .sorted(Comparator.comparingDouble(image -> predictions.entropy()[image]))
            .limit(left)
            .filter(predictions::correct)
            .count();
    return (double) correct / left;
  }
}
