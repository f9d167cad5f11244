package io.github.dropblock.examples.recipes;

import java.util.Random;

/** A small network on arrays: a convolution, what is given after it, means of maps, and classes. */
final class FloatNetwork {
  static final int CHANNELS = 8;
  private static final int KERNEL = 3;
  private static final int PLANE = Bars.SIDE * Bars.SIDE;
  private static final float RATE = 0.5f;

  private final Random random = new Random(1);
  private final float[] kernels = weights(CHANNELS * KERNEL * KERNEL);
  private final float[] weights = weights(CHANNELS * Bars.CLASSES);
  private final FloatLayer middle;

  FloatNetwork(FloatLayer middle) {
    this.middle = middle;
  }

  private float[] weights(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.5f * (float) random.nextGaussian();
    }
    return values;
  }

  /** Returns each sample's probabilities of the classes, at inference. */
  float[] infer(Bars bars) {
    return classify(means(middle.forward(convolve(bars.images), false)));
  }

  /** Trains on a batch, and returns the loss. */
  double train(Bars bars) {
    float[] maps = convolve(bars.images);
    float[] means = means(middle.forward(maps, true));
    float[] probabilities = classify(means);
    double loss = 0;
    float[] ofMeans = new float[means.length];
    float[] ofWeights = new float[weights.length];
    for (int n = 0; n < Bars.COUNT; n++) {
      for (int k = 0; k < Bars.CLASSES; k++) {
        int at = n * Bars.CLASSES + k;
        loss -= bars.labels[at] * Math.log(probabilities[at]) / Bars.COUNT;
        float error = (probabilities[at] - bars.labels[at]) / Bars.COUNT;
        for (int c = 0; c < CHANNELS; c++) {
          ofMeans[n * CHANNELS + c] += error * weights[c * Bars.CLASSES + k];
          ofWeights[c * Bars.CLASSES + k] += error * means[n * CHANNELS + c];
        }
      }
    }
    learn(weights, ofWeights);
    learnKernels(bars.images, maps, middle.backward(spread(ofMeans)));
    return loss;
  }

  private float[] convolve(float[] images) {
    float[] maps = new float[Bars.COUNT * CHANNELS * PLANE];
    for (int i = 0; i < maps.length; i++) {
      float sum = 0;
      for (int k = 0; k < KERNEL * KERNEL; k++) {
        sum += kernels[i / PLANE % CHANNELS * KERNEL * KERNEL + k] * pixel(images, i, k);
      }
      maps[i] = Math.max(sum, 0);
    }
    return maps;
  }

  /** The pixel that element k of a kernel meets at element i of the maps; 0 outside the image. */
  private static float pixel(float[] images, int i, int k) {
    int y = i / Bars.SIDE % Bars.SIDE + k / KERNEL - 1;
    int x = i % Bars.SIDE + k % KERNEL - 1;
    boolean inside = y >= 0 && y < Bars.SIDE && x >= 0 && x < Bars.SIDE;
    return inside ? images[i / (CHANNELS * PLANE) * PLANE + y * Bars.SIDE + x] : 0;
  }

  private void learnKernels(float[] images, float[] maps, float[] ofMaps) {
    float[] ofKernels = new float[kernels.length];
    for (int i = 0; i < maps.length; i++) {
      for (int k = 0; maps[i] > 0 && k < KERNEL * KERNEL; k++) {
        ofKernels[i / PLANE % CHANNELS * KERNEL * KERNEL + k] += ofMaps[i] * pixel(images, i, k);
      }
    }
    learn(kernels, ofKernels);
  }

  private static void learn(float[] values, float[] gradients) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= RATE * gradients[i];
    }
  }

  private static float[] means(float[] maps) {
    float[] means = new float[Bars.COUNT * CHANNELS];
    for (int i = 0; i < maps.length; i++) {
      means[i / PLANE] += maps[i] / PLANE;
    }
    return means;
  }

  /** The gradient of the maps. */
  private static float[] spread(float[] ofMeans) {
    float[] ofMaps = new float[ofMeans.length * PLANE];
    for (int i = 0; i < ofMaps.length; i++) {
      ofMaps[i] = ofMeans[i / PLANE] / PLANE;
    }
    return ofMaps;
  }

  private float[] classify(float[] means) {
    float[] probabilities = new float[Bars.COUNT * Bars.CLASSES];
    for (int n = 0; n < Bars.COUNT; n++) {
      double sum = 0;
      for (int k = 0; k < Bars.CLASSES; k++) {
        double logit = 0;
        for (int c = 0; c < CHANNELS; c++) {
          logit += means[n * CHANNELS + c] * weights[c * Bars.CLASSES + k];
        }
        probabilities[n * Bars.CLASSES + k] = (float) Math.exp(logit);
        sum += Math.exp(logit);
      }
      for (int k = 0; k < Bars.CLASSES; k++) {
        probabilities[n * Bars.CLASSES + k] /= (float) sum;
      }
    }
    return probabilities;
  }
}
