package io.github.dropblock.accuracy.measure;

import java.util.stream.IntStream;

/**
 * What a network predicts for images.
 *
 * @param probabilities of the classes, for each image
 * @param labels the true class of each image
 * @param entropy of each image's probabilities, in nats
 * @param mutualInformation of prediction and mask for each image, in nats; 0 of a single draw
 */
public record Predictions(
    float[][] probabilities, int[] labels, double[] entropy, double[] mutualInformation) {
  /** Checks that there is one of each for each image. */
  public Predictions {
    int count = labels.length;
    if (probabilities.length != count
        || entropy.length != count
        || mutualInformation.length != count) {
      throw new IllegalArgumentException(
          "there must be probabilities, entropy and mutual information of " + count + " images");
    }
  }

  /** How many images there are. */
  public int count() {
    return labels.length;
  }

  /** The class of the highest probability. */
  int predicted(int image) {
    float[] classes = probabilities[image];
    int best = 0;
    for (int i = 1; i < classes.length; i++) {
      best = classes[i] > classes[best] ? i : best;
    }
    return best;
  }

  /** The highest probability. */
  double confidence(int image) {
    return probabilities[image][predicted(image)];
  }

  boolean correct(int image) {
    return predicted(image) == labels[image];
  }

  /** The share of images whose class has the highest probability. */
  public double accuracy() {
    return (double) IntStream.range(0, count()).filter(this::correct).count() / count();
  }
}
